import type { InstanceDeclaration } from '../instance-declaration.ts';

const SOURCES: Readonly<Record<string, string>> = {
  casedb: 'jr://instance/casedb',
  commcaresession: 'jr://instance/session',
  groups: 'jr://fixture/user-groups',
  locations: 'jr://fixture/locations',
};

/** Where the instance of that name comes from by convention, or `undefined` for a name of the author's own. */
export function knownSource(id: string): string | undefined {
  return SOURCES[id] ?? (id.startsWith('item-list:') ? `jr://fixture/${id}` : undefined);
}

/** The instances that expressions name and that are known by name, each once. */
export function declareInstances(sources: readonly string[]): InstanceDeclaration[] {
  const ids = new Set(sources.flatMap(instanceNames));
  const declarations: InstanceDeclaration[] = [];
  for (const id of ids) {
    const src = knownSource(id);
    if (src !== undefined) declarations.push({ id, src });
  }
  return declarations;
}

/** The names in `instance('name')`. */
export function instanceNames(source: string): string[] {
  const names = source.matchAll(/instance\(\s*(?:'([^']*)'|"([^"]*)")\s*\)/g);
  return [...names].map((match) => match[1] ?? match[2] ?? '');
}
