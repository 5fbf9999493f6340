import type { OwnerFix } from '../../case/ownership/owner-fixes.ts';
import type { AdminPlace } from '../shared/admin-place.ts';
import { NEW } from '../shared/admin-place.ts';

/** The page of the administration on which a fix is made; `undefined` for one that is a matter of the app. */
export function fixPlace(fix: OwnerFix, userId: string): AdminPlace | undefined {
  switch (fix.kind) {
    case 'joinGroup':
    case 'assignLocation':
    case 'assignLevel':
    case 'keepOne':
      return { section: 'people', id: userId };
    case 'shareGroups':
      return { section: 'groups', id: only(fix.groups.map(({ id }) => id)) };
    case 'ownCases':
    case 'stopViewing':
      return { section: 'levels', id: undefined };
    case 'addLocationBelow':
      return { section: 'locations', id: NEW };
    case 'mendRule':
    case 'ask':
      return undefined;
  }
}

/** Where there are several, the list shows them all. */
function only(ids: readonly string[]): string | undefined {
  return ids.length === 1 ? ids[0] : undefined;
}
