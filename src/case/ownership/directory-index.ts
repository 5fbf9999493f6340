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
  readonly #groups = new Map<string, DirectoryGroup[]>();
  readonly #locations = new Map<string, DirectoryLocation[]>();

  constructor(directory: Directory) {
    this.tree = new LocationTree(directory);
    this.groups = new Map(directory.groups.map((group) => [group.groupId, group]));
    this.#readGroups(directory);
    this.#readLocations(directory);
  }

  /** The groups that a user belongs to, whether or not they share cases, in the order of the directory. */
  groupsOf(userId: string): readonly DirectoryGroup[] {
    return this.#groups.get(userId) ?? [];
  }

  /** The locations that a user is assigned to, the primary one first. */
  locationsOf(userId: string): readonly DirectoryLocation[] {
    return this.#locations.get(userId) ?? [];
  }

  #readGroups({ groups, memberships }: Directory): void {
    const members = new Map<OwnerId, Set<string>>();
    for (const { groupId, userId } of memberships) {
      const known = members.get(groupId);
      if (known === undefined) members.set(groupId, new Set([userId]));
      else known.add(userId);
    }
    for (const group of groups) {
      for (const userId of members.get(group.groupId) ?? []) addTo(this.#groups, userId, group);
    }
  }

  #readLocations({ assignments }: Directory): void {
    for (const { userId, locationId } of assignments) {
      const location = this.tree.get(locationId);
      if (location !== undefined) addTo(this.#locations, userId, location);
    }
  }
}

function addTo<Row>(rows: Map<string, Row[]>, userId: string, row: Row): void {
  const known = rows.get(userId);
  if (known === undefined) rows.set(userId, [row]);
  else known.push(row);
}
