import type { Directory, DirectoryUser } from '../../src/case/ownership/directory.ts';

// One project in which every way to own cases occurs. Levels: `o` owns cases, `v` views what is below.
const LEVELS = { district: 'v', clinicV: 'ov', clinicN: 'o', chw: 'o', admin: '' };

type Level = keyof typeof LEVELS;

/** `name: level`, or `name: level < parent`; `!` for one that is archived. */
const PLACES = `
  D1: district          C1: clinicV < D1      W1: chw < C1      W2: chw < C1
                        C2: clinicN < D1      W3: chw < C2
  D2: district          D3: district          W9: chw < D3
  C3: clinicV           C4: clinicV           Wx!: chw < C4     A1: admin`;

const GROUPS = { G1: true, G2: true, R1: false };

/** What may be otherwise than in the project as it is. */
export interface ProjectChanges {
  /** Levels by name, such as `{ chw: '' }` for one that owns no cases any more. */
  readonly levels?: Partial<Readonly<Record<Level, string>>>;
  /** Further places, written as the others. */
  readonly places?: string;
}

/**
 * The project with these users: by id, the groups that each is in and the places where each is, the primary one first.
 * All are mobile workers unless a test asks for a web user.
 */
export function aProject(
  users: Readonly<Record<string, string>>,
  { levels = {}, places = '' }: ProjectChanges = {},
): Directory {
  const standing = Object.entries(users).flatMap(([userId, where]) =>
    words(where).map((id) => ({ userId, id })),
  );
  return {
    groups: Object.entries(GROUPS).map(([groupId, caseSharing]) => {
      return { groupId, name: groupId, caseSharing, groupData: {} };
    }),
    memberships: standing
      .filter(({ id }) => id in GROUPS)
      .map(({ userId, id: groupId }) => ({ userId, groupId })),
    locationTypes: Object.entries({ ...LEVELS, ...levels }).map(([code, can]) => {
      return { code, name: code, ownsCases: can.includes('o'), viewDescendants: can.includes('v') };
    }),
    locations: [...`${PLACES} ${places}`.matchAll(/(\w+)(!?): (\w+)(?: < (\w+))?/g)].map(aPlace),
    assignments: standing
      .filter(({ id }) => !(id in GROUPS))
      .map(({ userId, id: locationId }) => ({ userId, locationId })),
  };
}

function aPlace([, locationId = '', archived, typeCode = '', parentId]: RegExpMatchArray) {
  const rest = {
    siteCode: locationId.toLowerCase(),
    externalId: '',
    latitude: '',
    longitude: '',
    locationData: {},
  };
  const name = locationId;
  return {
    locationId,
    name,
    typeCode,
    parentId: parentId ?? null,
    archived: archived === '!',
    ...rest,
  };
}

export function aUser(userId: string, kind: DirectoryUser['kind'] = 'mobile'): DirectoryUser {
  return { userId, kind };
}

export function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '' && word !== '.');
}

/** The lines of a table whose columns are divided by `|`. */
export function rowsOf(table: string): string[][] {
  const lines = table.split('\n').filter((line) => line.includes('|'));
  return lines.map((line) => line.split('|').map((cell) => cell.trim()));
}
