import { assignedLocations, candidates, groupsOf } from './candidates.ts';
import type { Directory, DirectoryGroup, DirectoryLocation, DirectoryUser } from './directory.ts';
import { LocationTree } from './location-tree.ts';

/** Why nothing can own what a user registers: each kind has another remedy. */
export type NoCandidateReason =
  /** In no group, at no location. */
  | { readonly kind: 'noMembership' }
  /** All locations are on levels that do not own cases; the groups, if any, do not share. */
  | { readonly kind: 'onlyNonOwningLocations'; readonly locations: readonly DirectoryLocation[] }
  /** A level that only views, above nothing that owns. */
  | { readonly kind: 'viewOnlyWithoutChildren'; readonly locations: readonly DirectoryLocation[] }
  | { readonly kind: 'onlyNonSharingGroups'; readonly groups: readonly DirectoryGroup[] };

/** The reason, or `undefined` for a user who has a candidate. */
export function noCandidateReason(
  user: DirectoryUser,
  directory: Directory,
  tree: LocationTree = new LocationTree(directory),
): NoCandidateReason | undefined {
  if (candidates(user, directory, tree).length > 0) return undefined;
  const locations = assignedLocations(user, directory, tree);
  if (locations.length > 0) return locationReason(locations, tree);
  const groups = user.kind === 'web' ? [] : groupsOf(user, directory);
  return groups.length > 0 ? { kind: 'onlyNonSharingGroups', groups } : { kind: 'noMembership' };
}

function locationReason(
  locations: readonly DirectoryLocation[],
  tree: LocationTree,
): NoCandidateReason {
  const viewing = locations.filter((location) => tree.viewsDescendants(location));
  if (viewing.length > 0) return { kind: 'viewOnlyWithoutChildren', locations: viewing };
  return { kind: 'onlyNonOwningLocations', locations };
}
