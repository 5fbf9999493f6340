import type { OwnerId } from '../case/case.ts';
import { candidatesFromGroups } from '../case/ownership/candidates-from-groups.ts';
import type { Fixture } from '../openrosa/restore.ts';

/** Id of the fixture that names the user's case sharing groups and locations. */
export const USER_GROUPS = 'user-groups';

/** Whose cases a user holds: the user's own and those of the groups and locations in `user-groups`. */
export function ownerIds(userId: string, userGroups: Fixture | undefined): ReadonlySet<OwnerId> {
  const ids = new Set([userId]);
  if (userGroups === undefined) return ids;
  for (const candidate of candidatesFromGroups(userGroups.root)) ids.add(candidate.id);
  return ids;
}
