import { applyCaseTransactions } from '../case/apply-case-transactions.ts';
import { CaseTransactionError } from '../case/case-error.ts';
import type { CaseChange } from '../case/case-change.ts';
import type { Case, CaseId, OwnerId } from '../case/case.ts';
import { ChangedCases } from '../case/changed-cases.ts';
import { holdingOwners } from '../case/holding-owners.ts';
import { readCaseTransactions } from '../case/read-case-transactions.ts';
import { readSubmission } from '../openrosa/read-submission.ts';
import type { UserSandbox } from './user-sandbox.ts';

/** A case as it will be when a form has been sent, and who will hold it. */
export interface FutureCase {
  readonly case: Case;
  readonly isNew: boolean;
  /** The owner ids by which somebody will hold it, each with the case that brings it along; none when nobody will. */
  readonly heldBy: ReadonlyMap<OwnerId, CaseId>;
  /** Whether the user of this device will. A case that is closed is held by nobody, and nobody misses it. */
  readonly isHeldHere: boolean;
}

/**
 * What a finished form will make of the cases on this device, without doing it. Empty for a form whose case blocks cannot
 * be applied: submitting it tells why. `now` in milliseconds since 1970.
 */
export function previewForm(sandbox: UserSandbox, xml: string, now: number): FutureCase[] {
  const changes = changesOf(sandbox, xml, now);
  if (changes.length === 0) return [];
  const cases = new ChangedCases(sandbox.database, changes);
  return changes.map(({ before, after }) => {
    const heldBy = holdingOwners(after.caseId, cases);
    const isHeldHere = [...sandbox.ownerIds].some((id) => heldBy.has(id));
    return { case: after, isNew: before === undefined, heldBy, isHeldHere };
  });
}

function changesOf(sandbox: UserSandbox, xml: string, now: number): CaseChange[] {
  try {
    const transactions = readCaseTransactions(readSubmission(xml).root);
    return applyCaseTransactions((id) => sandbox.database.get(id), transactions, {
      mode: 'device',
      userId: sandbox.userId,
      now: new Date(now).toISOString(),
    });
  } catch (error) {
    if (error instanceof CaseTransactionError) return [];
    throw error;
  }
}
