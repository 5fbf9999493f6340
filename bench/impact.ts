// node scripts/run.js bench/impact.ts
//
// Who may own what, for all of a large project: 20,000 users and 5,000 locations. The candidates of everybody, and the impact of a
// changed level, beside one pass over the users, assignments and memberships.
import { candidateImpact } from '../src/case/ownership/candidate-impact.ts';
import { candidates } from '../src/case/ownership/candidates.ts';
import type { Directory, DirectoryUser } from '../src/case/ownership/directory.ts';
import type { Work } from './compare-works.ts';
import { compareWorks } from './compare-works.ts';

const USERS = 20_000;
const LOCATIONS = 5_000;
const GROUPS = 500;
const PER_CLINIC = 9;

const users = Array.from({ length: USERS }, (_, n): DirectoryUser => {
  return { userId: `user-${n}`, kind: n % 20 === 0 ? 'web' : 'mobile' };
});

/** Clinics with posts below them; a user is at one place, every third one at two, and in two groups. */
function aDirectory(): Directory {
  return {
    groups: Array.from({ length: GROUPS }, (_, n) => {
      return { groupId: `group-${n}`, name: `Group ${n}`, caseSharing: n % 2 === 0, groupData: {} };
    }),
    memberships: users.flatMap(({ userId }, n) => [
      { userId, groupId: `group-${n % GROUPS}` },
      { userId, groupId: `group-${(n * 7) % GROUPS}` },
    ]),
    locationTypes: [level('clinic', false), level('post', true)],
    locations: Array.from({ length: LOCATIONS }, (_, n) => location(n)),
    assignments: users.flatMap(({ userId }, n) => [
      { userId, locationId: `location-${n % LOCATIONS}` },
      ...(n % 3 === 0 ? [{ userId, locationId: `location-${(n * 11) % LOCATIONS}` }] : []),
    ]),
  };
}

function level(code: string, ownsCases: boolean): Directory['locationTypes'][number] {
  return { code, name: code, ownsCases, viewDescendants: !ownsCases };
}

function location(n: number): Directory['locations'][number] {
  const above = n % (PER_CLINIC + 1);
  return {
    ...{ locationId: `location-${n}`, name: `Place ${n}`, archived: false, locationData: {} },
    ...{ siteCode: `site-${n}`, externalId: '', latitude: '', longitude: '' },
    ...{ typeCode: above === 0 ? 'clinic' : 'post', parentId: above === 0 ? null : parentOf(n) },
  };
}

function parentOf(n: number): string {
  return `location-${n - (n % (PER_CLINIC + 1))}`;
}

/** What nobody who asks for everybody can do without: look at each user and at each row about one. */
function onePass({ assignments, memberships }: Directory): number {
  const rows = new Map(users.map(({ userId }) => [userId, [] as string[]]));
  for (const { userId, locationId } of assignments) rows.get(userId)?.push(locationId);
  for (const { userId, groupId } of memberships) rows.get(userId)?.push(groupId);
  return rows.size;
}

function changed(directory: Directory): Directory {
  return { ...directory, locationTypes: [level('clinic', true), level('post', true)] };
}

const directory = aDirectory();

const works: readonly Work[] = [
  ['one pass over users, assignments and memberships', () => onePass(directory)],
  ['candidates of all', () => candidatesOfAll(copyOf(directory))],
  ['impact of a level that comes to own cases', () => impact(copyOf(directory))],
  ['the same, where the server knows the directory already', () => impact(directory)],
];

/** Other tables with the same rows: everything about them has to be worked out anew. */
function copyOf({ memberships, assignments, ...rest }: Directory): Directory {
  return { ...rest, memberships: [...memberships], assignments: [...assignments] };
}

function candidatesOfAll(fresh: Directory): unknown {
  return users.map((user) => candidates(user, fresh));
}

function impact(before: Directory): unknown {
  return candidateImpact(users, before, changed(before));
}

compareWorks(works, 2, 9);
