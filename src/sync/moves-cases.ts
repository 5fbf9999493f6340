import type { Case, OwnerId } from '../case/case.ts';
import { sameValue } from './same-value.ts';

/**
 * True when a change of one case may change which cases the user holds: those decide who hold owner, status and indices.
 * A new open case of the user's own that points nowhere joins the others and moves none. `undefined`: not held.
 */
export function movesCases(
  before: Case | undefined,
  after: Case | undefined,
  ownerIds: ReadonlySet<OwnerId>,
): boolean {
  if (after === undefined) return before !== undefined;
  if (before === undefined) return !standsAlone(after, ownerIds);
  const sameHolder = before.ownerId === after.ownerId && before.status === after.status;
  return !sameHolder || !sameValue(before.indices, after.indices);
}

function standsAlone(of: Case, ownerIds: ReadonlySet<OwnerId>): boolean {
  return of.status === 'open' && of.indices.length === 0 && ownerIds.has(of.ownerId);
}
