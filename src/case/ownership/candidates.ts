import type { OwnerId } from '../case.ts';
import type { Directory, DirectoryGroup, DirectoryLocation, DirectoryUser } from './directory.ts';
import { LocationTree } from './location-tree.ts';
import { distinctCandidates } from './owner-candidate.ts';
import type { CandidateVia, OwnerCandidate } from './owner-candidate.ts';

/** A candidate with the reason why it counts, and what the `user-groups` fixture tells about it. */
export interface DirectoryCandidate extends OwnerCandidate {
  readonly via: CandidateVia;
  readonly data: Readonly<Record<string, string>>;
}

/** The owner candidates of a user, each id once, in the order of {@link allCandidates}. */
export function candidates(
  user: DirectoryUser,
  directory: Directory,
  tree: LocationTree = new LocationTree(directory),
): DirectoryCandidate[] {
  return distinctCandidates(allCandidates(user, directory, tree));
}

/**
 * The same with an id for each way in which it is reached, as CommCare's server writes it: assigned locations that own
 * cases (archived ones, too), then case-owning descendants that are not archived of those whose level views them, then
 * case sharing groups. A web user's groups do not count.
 */
export function allCandidates(
  user: DirectoryUser,
  directory: Directory,
  tree: LocationTree = new LocationTree(directory),
): DirectoryCandidate[] {
  const assigned = assignedLocations(user, directory, tree);
  return [
    ...assigned
      .filter((location) => tree.ownsCases(location))
      .map((location) => locationCandidate(location, { kind: 'assigned' }, tree)),
    ...assigned.flatMap((location) => viewedBelow(location, tree)),
    ...sharingGroups(user, directory),
  ];
}

/** The locations that a user is assigned to, the primary one first. */
export function assignedLocations(
  user: DirectoryUser,
  directory: Directory,
  tree: LocationTree,
): DirectoryLocation[] {
  return directory.assignments
    .filter((assignment) => assignment.userId === user.userId)
    .flatMap((assignment) => tree.get(assignment.locationId) ?? []);
}

function viewedBelow(location: DirectoryLocation, tree: LocationTree): DirectoryCandidate[] {
  if (!tree.viewsDescendants(location)) return [];
  const via: CandidateVia = {
    kind: 'descendant',
    of: { id: location.locationId, name: location.name },
  };
  return tree
    .descendants(location)
    .filter((below) => !below.archived && tree.ownsCases(below))
    .map((below) => locationCandidate(below, via, tree));
}

function locationCandidate(
  location: DirectoryLocation,
  via: CandidateVia,
  tree: LocationTree,
): DirectoryCandidate {
  const fields = Object.entries(location.locationData);
  const data = {
    commcare_location_type: location.typeCode,
    commcare_location_name: location.name,
    ...Object.fromEntries(fields.map(([key, value]) => [`commcare_location_${key}`, value])),
  };
  return { id: location.locationId, name: tree.path(location), kind: 'location', via, data };
}

function sharingGroups(user: DirectoryUser, directory: Directory): DirectoryCandidate[] {
  if (user.kind === 'web') return [];
  return groupsOf(user, directory)
    .filter((group) => group.caseSharing)
    .map(({ groupId, name, groupData }) => {
      return { id: groupId, name, kind: 'group', via: { kind: 'member' }, data: groupData };
    });
}

/** The groups that a user belongs to, whether or not they share cases, in the order of the directory. */
export function groupsOf(user: DirectoryUser, directory: Directory): DirectoryGroup[] {
  const memberOf = new Set<OwnerId>();
  for (const { groupId, userId } of directory.memberships) {
    if (userId === user.userId) memberOf.add(groupId);
  }
  return directory.groups.filter((group) => memberOf.has(group.groupId));
}
