import type { OwnerId } from '../case.ts';
import type { Directory, DirectoryGroup, DirectoryLocation } from './directory.ts';
import { LocationTree } from './location-tree.ts';

/**
 * The index of a directory. It is made when it is first asked for and kept as long as the directory, which never changes:
 * a change makes another one.
 */
export function directoryIndex(directory: Directory): DirectoryIndex {
  const known = INDICES.get(directory);
  if (known !== undefined) return known;
  const made = new DirectoryIndex(directory);
  INDICES.set(directory, made);
  return made;
}

const INDICES = new WeakMap<Directory, DirectoryIndex>();

/** What each user of a directory belongs to, read in one pass over its rows. */
export class DirectoryIndex {
  readonly tree: LocationTree;
  readonly groups: ReadonlyMap<OwnerId, DirectoryGroup>;
  readonly #groups: RowsByUser<DirectoryGroup>;
  readonly #locations: RowsByUser<DirectoryLocation>;
  readonly #viewed = new Map<DirectoryLocation, readonly DirectoryLocation[]>();

  constructor({ groups, memberships, assignments, ...places }: Directory) {
    this.tree = new LocationTree(places);
    this.groups = new Map(groups.map((group) => [group.groupId, group]));
    this.#groups = groupsByUser(memberships, groups);
    this.#locations = locationsByUser(assignments, places.locations);
  }

  /** The groups that a user belongs to, whether or not they share cases, in the order of the directory. */
  groupsOf(userId: string): readonly DirectoryGroup[] {
    return this.#groups.get(userId) ?? [];
  }

  /** The locations that a user is assigned to, the primary one first. */
  locationsOf(userId: string): readonly DirectoryLocation[] {
    return this.#locations.get(userId) ?? [];
  }

  /** The case-owning locations below one whose level views them, archived ones left out. Many people stand at one location. */
  viewedFrom(location: DirectoryLocation): readonly DirectoryLocation[] {
    const known = this.#viewed.get(location);
    if (known !== undefined) return known;
    const below = this.tree.viewsDescendants(location) ? this.tree.descendants(location) : [];
    const viewed = below.filter((each) => !each.archived && this.tree.ownsCases(each));
    this.#viewed.set(location, viewed);
    return viewed;
  }
}

type RowsByUser<Row> = ReadonlyMap<string, readonly Row[]>;
type Memberships = Directory['memberships'];
type Assignments = Directory['assignments'];

const groupsByUser = keptWithTables(
  (memberships: Memberships, groups: readonly DirectoryGroup[]) => {
    const members = new Map<OwnerId, Set<string>>();
    for (const { groupId, userId } of memberships) {
      const known = members.get(groupId);
      if (known === undefined) members.set(groupId, new Set([userId]));
      else known.add(userId);
    }
    const rows = new Map<string, DirectoryGroup[]>();
    for (const group of groups) {
      for (const userId of members.get(group.groupId) ?? []) addTo(rows, userId, group);
    }
    return rows;
  },
);

const locationsByUser = keptWithTables(
  (assignments: Assignments, locations: readonly DirectoryLocation[]) => {
    const byId = new Map(locations.map((location) => [location.locationId, location]));
    const rows = new Map<string, DirectoryLocation[]>();
    for (const { userId, locationId } of assignments) {
      const location = byId.get(locationId);
      if (location !== undefined) addTo(rows, userId, location);
    }
    return rows;
  },
);

function addTo<Row>(rows: Map<string, Row[]>, userId: string, row: Row): void {
  const known = rows.get(userId);
  if (known === undefined) rows.set(userId, [row]);
  else known.push(row);
}

/** Keeps what is made from two tables as long as these: a change of a directory leaves most of its tables the same. */
function keptWithTables<First extends object, Second extends object, Result>(
  make: (first: First, second: Second) => Result,
): (first: First, second: Second) => Result {
  const results = new WeakMap<First, WeakMap<Second, Result>>();
  return (first, second) => {
    const known = results.get(first)?.get(second);
    if (known !== undefined) return known;
    const made = make(first, second);
    results.set(first, (results.get(first) ?? new WeakMap<Second, Result>()).set(second, made));
    return made;
  };
}
