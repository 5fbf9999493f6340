import type { Directory, DirectoryLocation } from '../../../src/case/ownership/directory.ts';

/** Levels: does a location of it own cases, and does it view what is below it? */
const LEVELS = {
  district: [false, true],
  clinic: [true, true],
  closedClinic: [true, false],
  post: [true, false],
  office: [false, false],
} as const;

/** Two districts, with clinics and posts below them; an archived post; groups with and without case sharing. */
const PLACES: readonly [string, keyof typeof LEVELS, string | null, boolean?][] = [
  ['D1', 'district', null],
  ['C1', 'clinic', 'D1'],
  ['P1', 'post', 'C1'],
  ['P2', 'post', 'C1'],
  ['P0', 'post', 'C1', true],
  ['C2', 'closedClinic', 'D1'],
  ['P3', 'post', 'C2'],
  ['D2', 'district', null],
  ['O1', 'office', null],
];

/** A project in which user `u` has these groups and locations. */
export function aDirectory(user: {
  readonly groups?: readonly string[];
  readonly locations?: readonly string[];
}): Directory {
  return {
    groups: [group('G1', true), group('G2', true), group('R1', false)],
    memberships: (user.groups ?? []).map((groupId) => ({ groupId, userId: 'u' })),
    locationTypes: Object.entries(LEVELS).map(([code, [ownsCases, viewDescendants]]) => {
      return { code, name: code, ownsCases, viewDescendants };
    }),
    locations: PLACES.map(location),
    assignments: (user.locations ?? []).map((locationId) => ({ locationId, userId: 'u' })),
  };
}

function group(groupId: string, caseSharing: boolean): Directory['groups'][number] {
  return { groupId, name: `Group ${groupId}`, caseSharing, groupData: {} };
}

function location([
  id,
  typeCode,
  parentId,
  archived = false,
]: (typeof PLACES)[number]): DirectoryLocation {
  return {
    locationId: id,
    typeCode,
    parentId,
    name: `Place ${id}`,
    siteCode: id.toLowerCase(),
    externalId: '',
    latitude: '',
    longitude: '',
    archived,
    locationData: id === 'P1' ? { beds: '3' } : {},
  };
}
