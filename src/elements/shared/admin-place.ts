/** The pages of the administration. */
export type AdminSection =
  | 'people'
  | 'groups'
  | 'levels'
  | 'locations'
  | 'fields'
  | 'tables'
  | 'apps'
  | 'cases'
  | 'concerns'
  | 'import'
  | 'settings'
  | 'history';

export const ADMIN_SECTIONS: readonly AdminSection[] = [
  'people',
  'groups',
  'levels',
  'locations',
  'fields',
  'tables',
  'apps',
  'cases',
  'concerns',
  'import',
  'settings',
  'history',
];

/** A page, and the one thing that is open on it; `NEW` for one that is being made. */
export interface AdminPlace {
  readonly section: AdminSection;
  readonly id: string | undefined;
}

export const NEW = '+';

/** `#/people/u1`. */
export function adminAddress({ section, id }: AdminPlace): string {
  return `#/${section}${id === undefined ? '' : `/${encodeURIComponent(id)}`}`;
}

/** The place of an address; the people for one that names none. */
export function readAdminAddress(hash: string): AdminPlace {
  const [, name, id] = hash.split('/');
  const section = ADMIN_SECTIONS.find((each) => each === name) ?? 'people';
  return { section, id: id === undefined || id === '' ? undefined : decoded(id) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
