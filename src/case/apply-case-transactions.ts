import { applyCaseAction, isRemoval, stubCase } from './apply-case-action.ts';
import type { ActionContext } from './apply-case-action.ts';
import type { CaseChange } from './case-change.ts';
import { CaseTransactionError } from './case-error.ts';
import type { CaseAction, CaseTransaction } from './case-transaction.ts';
import type { Case, CaseId } from './case.ts';
import { validateIndices } from './validate-indices.ts';

export interface ApplyOptions {
  /**
   * `device`: a block for an unknown case is refused. `server`: it makes the case, because the form that created it
   * may arrive later; and index targets have to exist, without cycles.
   */
  readonly mode: 'device' | 'server';
  /** Who sends the form: modifier and owner where a block names nobody. */
  readonly userId: string;
  /** For blocks without a date. ISO 8601. */
  readonly now: string;
  /** Exactly as commcare-core on a device: blocks in document order, a blank owner is stored. */
  readonly strict?: boolean;
}

export type CaseLookup = (id: CaseId) => Case | undefined;

/**
 * What a form does to cases: one change for each case that it touches, in the order of first touch. Pure, all or
 * nothing; throws {@link CaseTransactionError}. Device and server share the server's order: within one case create,
 * update, index, close, attachment, so that a form which updates before it creates works on both.
 */
export function applyCaseTransactions(
  lookup: CaseLookup,
  transactions: readonly CaseTransaction[],
  options: ApplyOptions,
): CaseChange[] {
  const changes = caseChanges(lookup, transactions, options);
  if (options.mode === 'server') validateIndices(changes, lookup);
  return changes;
}

/** The same without asking whether the targets of indices are there. */
export function caseChanges(
  lookup: CaseLookup,
  transactions: readonly CaseTransaction[],
  options: ApplyOptions,
): CaseChange[] {
  const [only] = transactions;
  if (only !== undefined && transactions.length === 1) return changeByBlock(lookup, only, options);
  const drafts = new Map<CaseId, Draft>();
  for (const transaction of options.strict ? transactions : inServerOrder(transactions)) {
    applyBlock(draftOf(transaction.caseId, drafts, lookup), transaction, options);
  }
  return [...drafts.values()].flatMap(changeOf);
}

/** What a block does that comes alone, as those of a restore. */
function changeByBlock(
  lookup: CaseLookup,
  transaction: CaseTransaction,
  options: ApplyOptions,
): CaseChange[] {
  const draft = newDraft(lookup(transaction.caseId));
  applyBlock(draft, options.strict ? transaction : withSortedActions(transaction), options);
  return changeOf(draft);
}

interface Draft {
  readonly before: Case | undefined;
  current: Case | undefined;
  disrupted: boolean;
}

function draftOf(id: CaseId, drafts: Map<CaseId, Draft>, lookup: CaseLookup): Draft {
  let draft = drafts.get(id);
  if (draft === undefined) {
    draft = newDraft(lookup(id));
    drafts.set(id, draft);
  }
  return draft;
}

function newDraft(before: Case | undefined): Draft {
  return { before, current: before, disrupted: false };
}

function changeOf(draft: Draft): CaseChange[] {
  const { before, current, disrupted } = draft;
  if (current === undefined || current === before) return [];
  return [{ before, after: current, disrupted }];
}

function applyBlock(draft: Draft, transaction: CaseTransaction, options: ApplyOptions): void {
  const context: ActionContext = {
    transaction,
    userId: transaction.userId || options.userId,
    date: transaction.dateModified || options.now,
    isNew: draft.before === undefined,
    strict: options.strict ?? false,
  };
  if (transaction.complete) startAnew(draft);
  const stored = draft.current;
  let closed = false;
  for (const action of transaction.actions) {
    if (concernsNobody(draft, action, options)) continue;
    // commcare-core reads the stored case anew for `create`, unless `close` has already written it.
    if (options.strict && action.kind === 'create' && !closed) draft.current = stored;
    const base = draft.current ?? newCase(action, context, options);
    draft.current = applyCaseAction(base, action, context);
    draft.disrupted ||= isDisruption(draft.before, draft.current, action);
    closed ||= action.kind === 'close';
  }
}

function startAnew(draft: Draft): void {
  draft.current = undefined;
  draft.disrupted = true;
}

/** A device ignores a file for a case that it does not hold; there is nothing to hang it on. */
function concernsNobody(draft: Draft, action: CaseAction, options: ApplyOptions): boolean {
  if (draft.current !== undefined || options.mode === 'server') return false;
  return action.kind === 'attachment' && !action.attachments.some(isRemoval);
}

function newCase(action: CaseAction, context: ActionContext, options: ApplyOptions): Case {
  const { caseId } = context.transaction;
  if (action.kind !== 'create' && options.mode === 'device') {
    const message = `Unable to update or close case ${caseId}, it wasn't found`;
    throw new CaseTransactionError(message, caseId);
  }
  return stubCase(caseId, context);
}

function isDisruption(before: Case | undefined, after: Case, action: CaseAction): boolean {
  if (action.kind === 'close' || action.kind === 'index') return true;
  return before !== undefined && before.ownerId !== after.ownerId;
}

const RANK: Readonly<Record<CaseAction['kind'], number>> = {
  create: 0,
  update: 1,
  index: 2,
  close: 3,
  attachment: 4,
};

/** Blocks gathered by case, in the order in which the cases first appear, each case's blocks by earliest action. */
function inServerOrder(transactions: readonly CaseTransaction[]): CaseTransaction[] {
  const byCase = new Map<CaseId, CaseTransaction[]>();
  for (const transaction of transactions) {
    const sorted = withSortedActions(transaction);
    const blocks = byCase.get(transaction.caseId);
    if (blocks === undefined) byCase.set(transaction.caseId, [sorted]);
    else blocks.push(sorted);
  }
  return [...byCase.values()].flatMap((blocks) => blocks.sort(byEarliestAction));
}

function withSortedActions(transaction: CaseTransaction): CaseTransaction {
  const { actions } = transaction;
  // As nearly every block is written.
  if (actions.every((action, n) => n === 0 || byRank(actions[n - 1]!, action) <= 0)) {
    return transaction;
  }
  return { ...transaction, actions: actions.toSorted(byRank) };
}

function byRank(a: CaseAction, b: CaseAction): number {
  return RANK[a.kind] - RANK[b.kind];
}

function byEarliestAction(a: CaseTransaction, b: CaseTransaction): number {
  return earliest(a) - earliest(b);
}

function earliest(transaction: CaseTransaction): number {
  const first = transaction.actions[0];
  return first === undefined ? RANK.attachment : RANK[first.kind];
}
