import type { OwnerId } from '../case.ts';
import { directoryIndex } from './directory-index.ts';
import type {
  Directory,
  DirectoryGroup,
  DirectoryLocation,
  DirectoryMembership,
  LocationType,
} from './directory.ts';

/**
 * One change of the groups, organization levels, locations and who belongs to them. `save` makes what is not there yet and
 * replaces what is; the ids are given by whoever asks for the change.
 */
export type DirectoryChange =
  | { readonly kind: 'group.save'; readonly group: DirectoryGroup }
  | { readonly kind: 'group.delete'; readonly groupId: OwnerId }
  | ({ readonly kind: 'member.add' | 'member.remove' } & DirectoryMembership)
  | { readonly kind: 'level.save'; readonly level: LocationType }
  | { readonly kind: 'level.delete'; readonly code: string }
  | { readonly kind: 'location.save'; readonly location: Omit<DirectoryLocation, 'archived'> }
  /** An archived location takes those below it along, and nobody is assigned to it any more; one that is taken out comes alone. */
  | { readonly kind: 'location.archive'; readonly locationId: OwnerId; readonly archived: boolean }
  /** The first is the primary one. */
  | {
      readonly kind: 'assignments.set';
      readonly userId: string;
      readonly locationIds: readonly OwnerId[];
    };

/** Why a change cannot be made; its message names what is in the way. */
export class DirectoryChangeError extends Error {
  override readonly name = 'DirectoryChangeError';
}

/**
 * The directory after a change. Pure: for the question "what would it do?" as well as for doing it. Throws
 * DirectoryChangeError for a change after which the directory would contradict itself. Users are not its business.
 */
export function applyDirectoryChange(directory: Directory, change: DirectoryChange): Directory {
  switch (change.kind) {
    case 'group.save':
      return saveGroup(directory, change.group);
    case 'group.delete':
      return deleteGroup(directory, change.groupId);
    case 'member.add':
      return addMember(directory, change);
    case 'member.remove':
      return { ...directory, memberships: withoutMembership(directory, change) };
    case 'level.save':
      return saveLevel(directory, change.level);
    case 'level.delete':
      return deleteLevel(directory, change.code);
    case 'location.save':
      return saveLocation(directory, change.location);
    case 'location.archive':
      return archiveLocation(directory, change.locationId, change.archived);
    case 'assignments.set':
      return setAssignments(directory, change.userId, change.locationIds);
  }
}

function saveGroup(directory: Directory, group: DirectoryGroup): Directory {
  const { groups } = directory;
  refuseIf(
    groups.some(({ groupId, name }) => name === group.name && groupId !== group.groupId),
    `There is a group ${group.name} already: give this one another name.`,
  );
  return { ...directory, groups: saved(groups, group, 'groupId') };
}

function deleteGroup(directory: Directory, groupId: OwnerId): Directory {
  groupOf(directory, groupId);
  return {
    ...directory,
    groups: directory.groups.filter((group) => group.groupId !== groupId),
    memberships: directory.memberships.filter((membership) => membership.groupId !== groupId),
  };
}

function addMember(directory: Directory, membership: DirectoryMembership): Directory {
  const { groupId, userId } = membership;
  groupOf(directory, groupId);
  const memberships = [...withoutMembership(directory, membership), { groupId, userId }];
  return { ...directory, memberships };
}

function withoutMembership(
  { memberships }: Directory,
  { groupId, userId }: DirectoryMembership,
): DirectoryMembership[] {
  return memberships.filter((known) => known.groupId !== groupId || known.userId !== userId);
}

function saveLevel(directory: Directory, level: LocationType): Directory {
  return { ...directory, locationTypes: saved(directory.locationTypes, level, 'code') };
}

function deleteLevel(directory: Directory, code: string): Directory {
  const used = directory.locations.find(({ typeCode }) => typeCode === code);
  refuseIf(
    used !== undefined,
    `The location ${used?.name} is of this level: move it to another level first.`,
  );
  const locationTypes = directory.locationTypes.filter((level) => level.code !== code);
  return { ...directory, locationTypes };
}

function saveLocation(
  directory: Directory,
  location: Omit<DirectoryLocation, 'archived'>,
): Directory {
  const { locationTypes, locations } = directory;
  refuseIf(
    !locationTypes.some(({ code }) => code === location.typeCode),
    `There is no organization level ${location.typeCode}: make it first.`,
  );
  const same = locations.find(({ siteCode }) => siteCode === location.siteCode);
  refuseIf(
    same !== undefined && same.locationId !== location.locationId,
    `The site code ${location.siteCode} belongs to ${same?.name} already: choose another one.`,
  );
  checkParent(directory, location);
  const known = locations.find(({ locationId }) => locationId === location.locationId);
  const row = { ...location, archived: known?.archived ?? false };
  return { ...directory, locations: saved(locations, row, 'locationId') };
}

function checkParent(
  directory: Directory,
  { locationId, parentId, name }: Omit<DirectoryLocation, 'archived'>,
): void {
  if (parentId === null) return;
  const parent = locationOf(directory, parentId);
  refuseIf(
    standsBelow(directory, parent, locationId),
    `${name} cannot stand below itself: choose a parent that is not below it.`,
  );
  refuseIf(parent.archived, `${parent.name} is archived: take it out of the archive first.`);
}

/** Whether a location is another one or lies below it. Without an index: an import asks for each of thousands of new directories. */
function standsBelow(
  { locations }: Directory,
  location: DirectoryLocation,
  otherId: OwnerId,
): boolean {
  const passed = new Set<DirectoryLocation>();
  let step: DirectoryLocation | undefined = location;
  while (step !== undefined && !passed.has(step)) {
    if (step.locationId === otherId) return true;
    passed.add(step);
    const { parentId }: DirectoryLocation = step;
    step = parentId === null ? undefined : locations.find((each) => each.locationId === parentId);
  }
  return false;
}

function archiveLocation(directory: Directory, id: OwnerId, archived: boolean): Directory {
  const location = locationOf(directory, id);
  const tree = directoryIndex(directory).tree;
  if (!archived) checkParent(directory, location);
  const below = archived ? tree.descendants(location) : [];
  const ids = new Set([location, ...below].map(({ locationId }) => locationId));
  return {
    ...directory,
    locations: directory.locations.map((each) =>
      ids.has(each.locationId) ? { ...each, archived } : each,
    ),
    assignments: archived
      ? directory.assignments.filter(({ locationId }) => !ids.has(locationId))
      : directory.assignments,
  };
}

function setAssignments(
  directory: Directory,
  userId: string,
  locationIds: readonly OwnerId[],
): Directory {
  for (const id of locationIds) {
    const { archived, name } = locationOf(directory, id);
    refuseIf(archived, `${name} is archived: nobody can be assigned to it.`);
  }
  const others = directory.assignments.filter((assignment) => assignment.userId !== userId);
  const own = [...new Set(locationIds)].map((locationId) => ({ userId, locationId }));
  return { ...directory, assignments: [...others, ...own] };
}

function groupOf({ groups }: Directory, id: OwnerId): DirectoryGroup {
  return found(
    groups.find(({ groupId }) => groupId === id),
    `There is no group with the id ${id}: it may have been deleted meanwhile.`,
  );
}

function locationOf({ locations }: Directory, id: OwnerId): DirectoryLocation {
  return found(
    locations.find(({ locationId }) => locationId === id),
    `There is no location with the id ${id}.`,
  );
}

function saved<Row>(rows: readonly Row[], row: Row, key: keyof Row): Row[] {
  const isNew = !rows.some((each) => each[key] === row[key]);
  return isNew ? [...rows, row] : rows.map((each) => (each[key] === row[key] ? row : each));
}

function found<Row>(row: Row | undefined, message: string): Row {
  if (row === undefined) throw new DirectoryChangeError(message);
  return row;
}

function refuseIf(isWrong: boolean, message: string): void {
  if (isWrong) throw new DirectoryChangeError(message);
}
