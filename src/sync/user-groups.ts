import { ownerIds } from '../case/ownership/owner-ids.ts';
import type { OwnerId } from '../case/case.ts';
import type { Fixture } from '../openrosa/restore.ts';

/** Id of the fixture that names the user's case sharing groups and locations. */
export const USER_GROUPS = 'user-groups';

/** Id of the fixture with the organization's locations around the user's. */
export const LOCATIONS = 'locations';

/** Whose cases a user holds: the user's own and those of the groups in the fixture, when there is one. */
export function ownersOf(userId: string, userGroups: Fixture | undefined): ReadonlySet<OwnerId> {
  return ownerIds(userId, userGroups?.root);
}
