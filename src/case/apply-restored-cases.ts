import { applyCaseTransactions } from './apply-case-transactions.ts';
import type { ApplyOptions, CaseLookup } from './apply-case-transactions.ts';
import type { CaseChange } from './case-change.ts';
import { CaseTransactionError } from './case-error.ts';
import type { CaseTransaction } from './case-transaction.ts';
import type { CaseId } from './case.ts';

export interface RestoredCases {
  /** One for each case, in the order of the restore. */
  readonly changes: readonly CaseChange[];
  /** Blocks that could not be applied and were left out, each with the reason. */
  readonly problems: readonly string[];
}

/**
 * Applies the case blocks of a restore, each for itself and in their order: one that cannot be applied is left out
 * and told, for a user with one bad case still needs the others.
 */
export function applyRestoredCases(
  lookup: CaseLookup,
  transactions: readonly CaseTransaction[],
  options: Omit<ApplyOptions, 'mode'>,
): RestoredCases {
  const changes = new Map<CaseId, CaseChange>();
  const problems: string[] = [];
  const find: CaseLookup = (id) => changes.get(id)?.after ?? lookup(id);
  for (const transaction of transactions) {
    try {
      const applied = applyCaseTransactions(find, [transaction], { ...options, mode: 'device' });
      for (const change of applied) remember(change, changes);
    } catch (error) {
      if (!(error instanceof CaseTransactionError)) throw error;
      problems.push(error.message);
    }
  }
  return { changes: [...changes.values()], problems };
}

/** A case that comes twice is still one change, from what it was before the restore. */
function remember(change: CaseChange, changes: Map<CaseId, CaseChange>): void {
  const { caseId } = change.after;
  const earlier = changes.get(caseId);
  const disrupted = change.disrupted || (earlier?.disrupted ?? false);
  changes.set(
    caseId,
    earlier === undefined ? change : { ...change, before: earlier.before, disrupted },
  );
}
