import { candidates } from './candidates.ts';
import { directoryIndex } from './directory-index.ts';
import type { Directory, DirectoryLocation, DirectoryUser } from './directory.ts';
import type { LocationTree } from './location-tree.ts';
import type { NamedOwner } from './owner-candidate.ts';

/** Why nothing can own what a user registers: each kind has another remedy. */
export type NoCandidateReason =
  /** In no group, at no location. */
  | { readonly kind: 'noMembership' }
  /** All locations are on levels that do not own cases; the groups, if any, do not share. */
  | { readonly kind: 'onlyNonOwningLocations'; readonly locations: readonly LeveledLocation[] }
  /** A level that only views, above nothing that owns. */
  | { readonly kind: 'viewOnlyWithoutChildren'; readonly locations: readonly LeveledLocation[] }
  | { readonly kind: 'onlyNonSharingGroups'; readonly groups: readonly NamedOwner[] };

/** A location and the name of its organization level, whose switches decide. */
export interface LeveledLocation extends NamedOwner {
  readonly level: string;
}

/** The reason, or `undefined` for a user who has a candidate. */
export function noCandidateReason(
  user: DirectoryUser,
  directory: Directory,
): NoCandidateReason | undefined {
  if (candidates(user, directory).length > 0) return undefined;
  const index = directoryIndex(directory);
  const locations = index.locationsOf(user.userId);
  if (locations.length > 0) return locationReason(locations, index.tree);
  const groups = user.kind === 'web' ? [] : index.groupsOf(user.userId);
  if (groups.length === 0) return { kind: 'noMembership' };
  const named = groups.map(({ groupId, name }) => ({ id: groupId, name }));
  return { kind: 'onlyNonSharingGroups', groups: named };
}

function locationReason(
  locations: readonly DirectoryLocation[],
  tree: LocationTree,
): NoCandidateReason {
  const viewing = locations.filter((location) => tree.viewsDescendants(location));
  const leveled = (location: DirectoryLocation): LeveledLocation => ({
    id: location.locationId,
    name: location.name,
    level: tree.levelName(location),
  });
  return viewing.length > 0
    ? { kind: 'viewOnlyWithoutChildren', locations: viewing.map(leveled) }
    : { kind: 'onlyNonOwningLocations', locations: locations.map(leveled) };
}
