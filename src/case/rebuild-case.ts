import { caseChanges } from './apply-case-transactions.ts';
import type { CaseTransaction } from './case-transaction.ts';
import type { Case, CaseId } from './case.ts';

/** A form as far as it can change a case. */
export interface CaseForm {
  readonly transactions: readonly CaseTransaction[];
  /** Who sent it. */
  readonly userId: string;
  /** When it was received. ISO 8601. */
  readonly now: string;
}

/**
 * A case from all forms that ever changed it, in the order in which they count; `undefined` when none of them does anything
 * to it. On the server: what they did to other cases, and whether those are there, has been asked when they came.
 */
export function rebuildCase(caseId: CaseId, forms: readonly CaseForm[]): Case | undefined {
  let current: Case | undefined;
  for (const { transactions, userId, now } of forms) {
    const own = transactions.filter((transaction) => transaction.caseId === caseId);
    const [change] = caseChanges(() => current, own, { mode: 'server', userId, now });
    current = change?.after ?? current;
  }
  return current;
}
