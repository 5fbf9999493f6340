import { directoryIndex } from './directory-index.ts';
import type { Directory, DirectoryGroup, DirectoryLocation, DirectoryUser } from './directory.ts';
import type { LocationTree } from './location-tree.ts';
import { distinctCandidates } from './owner-candidate.ts';
import type { CandidateVia, OwnerCandidate } from './owner-candidate.ts';

/** A candidate with the reason why it counts, and what the `user-groups` fixture tells about it. */
export interface DirectoryCandidate extends OwnerCandidate {
  readonly via: CandidateVia;
  readonly data: Readonly<Record<string, string>>;
}

/** The owner candidates of a user, each id once, in the order of {@link allCandidates}. */
export function candidates(user: DirectoryUser, directory: Directory): DirectoryCandidate[] {
  return distinctCandidates(allCandidates(user, directory));
}

/**
 * The same with an id for each way in which it is reached, as CommCare's server writes it: assigned locations that own
 * cases (archived ones, too), then case-owning descendants that are not archived of those whose level views them, then
 * case sharing groups. A web user's groups do not count.
 */
export function allCandidates(user: DirectoryUser, directory: Directory): DirectoryCandidate[] {
  const index = directoryIndex(directory);
  const { tree } = index;
  const assigned = index.locationsOf(user.userId);
  const groups = user.kind === 'web' ? [] : index.groupsOf(user.userId);
  return [
    ...assigned
      .filter((location) => tree.ownsCases(location))
      .map((location) => locationCandidate(location, { kind: 'assigned' }, tree)),
    ...assigned.flatMap((location) => viewedBelow(location, tree)),
    ...groups.filter((group) => group.caseSharing).map(groupCandidate),
  ];
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

function groupCandidate({ groupId, name, groupData }: DirectoryGroup): DirectoryCandidate {
  return { id: groupId, name, kind: 'group', via: { kind: 'member' }, data: groupData };
}
