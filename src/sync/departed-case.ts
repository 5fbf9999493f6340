import type { Case, CaseId, OwnerId } from '../case/case.ts';

/**
 * A case that has left the device, said once so that nobody has to wonder. `moved`: it has another owner now, who is not
 * the user's. `closed`: somebody closed it. `gone`: the server or the closure took it, without a word about its owner.
 */
export interface DepartedCase {
  readonly kind: 'moved' | 'closed' | 'gone';
  readonly caseId: CaseId;
  readonly name: string;
  /** Known for `moved` only. */
  readonly newOwner: OwnerId | undefined;
}

/** `before` as the device showed it, `after` as it is now, `undefined` when that is not known. */
export function departedCase(
  before: Case,
  after: Case | undefined,
  ownerIds: ReadonlySet<OwnerId>,
): DepartedCase {
  const kind = kindOf(before, after, ownerIds);
  const newOwner = kind === 'moved' ? after?.ownerId : undefined;
  return { kind, caseId: before.caseId, name: after?.caseName ?? before.caseName, newOwner };
}

function kindOf(
  before: Case,
  after: Case | undefined,
  ownerIds: ReadonlySet<OwnerId>,
): DepartedCase['kind'] {
  if (after === undefined) return 'gone';
  if (after.status === 'closed' && before.status === 'open') return 'closed';
  const moved = after.ownerId !== before.ownerId && !ownerIds.has(after.ownerId);
  return moved ? 'moved' : 'gone';
}
