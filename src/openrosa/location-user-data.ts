import { assignedLocations } from '../case/ownership/candidates.ts';
import type { Directory, DirectoryUser } from '../case/ownership/directory.ts';
import { LocationTree } from '../case/ownership/location-tree.ts';

/**
 * What `user_data` says of a user's locations; empty for somebody who has none. The primary one counts as the primary sharing id
 * whether or not its level owns cases, as CommCare has it.
 */
export function locationUserData(
  user: DirectoryUser,
  directory: Directory,
  tree: LocationTree = new LocationTree(directory),
): Readonly<Record<string, string>> {
  const ids = assignedLocations(user, directory, tree).map(({ locationId }) => locationId);
  const [primary] = ids;
  if (primary === undefined) return {};
  return {
    commcare_location_id: primary,
    commcare_location_ids: ids.join(' '),
    commcare_primary_case_sharing_id: primary,
  };
}
