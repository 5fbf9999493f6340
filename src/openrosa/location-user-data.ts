import { directoryIndex } from '../case/ownership/directory-index.ts';
import type { Directory, DirectoryUser } from '../case/ownership/directory.ts';

/**
 * What `user_data` says of a user's locations; empty for somebody who has none. The primary one counts as the primary sharing id
 * whether or not its level owns cases, as CommCare has it.
 */
export function locationUserData(
  user: DirectoryUser,
  directory: Directory,
): Readonly<Record<string, string>> {
  const ids = directoryIndex(directory)
    .locationsOf(user.userId)
    .map(({ locationId }) => locationId);
  const [primary] = ids;
  if (primary === undefined) return {};
  return {
    commcare_location_id: primary,
    commcare_location_ids: ids.join(' '),
    commcare_primary_case_sharing_id: primary,
  };
}
