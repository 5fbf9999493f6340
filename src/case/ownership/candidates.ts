import type { OwnerId } from '../case.ts';
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
  const { tree } = directoryIndex(directory);
  const { assigned, viewed, groups } = reachOf(user, directory);
  return [
    ...assigned.map((location) => locationCandidate(location, { kind: 'assigned' }, tree)),
    ...viewed.flatMap(({ from, locations }) => {
      const via = { kind: 'descendant', of: { id: from.locationId, name: from.name } } as const;
      return locations.map((below) => locationCandidate(below, via, tree));
    }),
    ...groups.map(groupCandidate),
  ];
}

/** The ids of {@link allCandidates}, without what takes time to tell about them. */
export function allCandidateIds(user: DirectoryUser, directory: Directory): OwnerId[] {
  const { assigned, viewed, groups } = reachOf(user, directory);
  return [
    ...assigned.map(({ locationId }) => locationId),
    ...viewed.flatMap(({ locations }) => locations.map(({ locationId }) => locationId)),
    ...groups.map(({ groupId }) => groupId),
  ];
}

interface Reach {
  /** Assigned locations that own cases. */
  readonly assigned: readonly DirectoryLocation[];
  readonly viewed: readonly {
    readonly from: DirectoryLocation;
    readonly locations: readonly DirectoryLocation[];
  }[];
  readonly groups: readonly DirectoryGroup[];
}

function reachOf({ userId, kind }: DirectoryUser, directory: Directory): Reach {
  const index = directoryIndex(directory);
  const locations = index.locationsOf(userId);
  const groups = kind === 'web' ? [] : index.groupsOf(userId);
  return {
    assigned: locations.filter((location) => index.tree.ownsCases(location)),
    viewed: locations.map((from) => ({ from, locations: index.viewedFrom(from) })),
    groups: groups.filter((group) => group.caseSharing),
  };
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
