import { applyCaseTransactions } from '../case/apply-case-transactions.ts';
import type { CaseChange } from '../case/case-change.ts';
import { CaseTransactionError } from '../case/case-error.ts';
import type { CaseTransaction } from '../case/case-transaction.ts';
import { CaseGraph } from '../case/case-graph.ts';
import type { Case, CaseId } from '../case/case.ts';
import { purgeAfter } from '../case/purge-after.ts';
import { atOnce } from '../case/steps.ts';
import { readCaseTransactions } from '../case/read-case-transactions.ts';
import { readSubmission } from '../openrosa/read-submission.ts';
import type { Submission } from '../openrosa/submission.ts';
import { CaseOverlay } from './case-overlay.ts';
import { casesToDrop } from './cases-to-drop.ts';
import { departedCase } from './departed-case.ts';
import type { DepartedCase } from './departed-case.ts';
import { movesCases } from './moves-cases.ts';
import type { FormChanges } from './outbox-store.ts';
import type { UserSandbox } from './user-sandbox.ts';

/** A form that is filled in, valid, and has its owners. */
export interface FinishedForm {
  readonly submission: Submission;
  readonly formName: string;
  /** The drafts that end with it: the one that it was kept in until now, and those that it takes the place of. */
  readonly endedDrafts?: readonly string[];
  /**
   * The cases that it was opened with. When one has left the device in the meantime, the form is sent all the same, and
   * the case stays away.
   */
  readonly openedWith?: readonly Case[];
}

/**
 * `saved`: cases and outbox have it. `repeated`: it already lay in the outbox, nothing was changed. `refused`: a case
 * block cannot be applied, nothing was changed; `message` names the case and the reason, `line` the place in the XML.
 */
export type SubmittedForm =
  | {
      readonly kind: 'saved';
      readonly changes: readonly CaseChange[];
      /** Cases that left the device by this form, such as one given to a foreign owner. */
      readonly departed: readonly DepartedCase[];
      /** Cases that had left before the form was finished; the server has to do without the device's view of them. */
      readonly away: readonly CaseId[];
    }
  | { readonly kind: 'repeated' }
  | {
      readonly kind: 'refused';
      readonly message: string;
      readonly caseId: CaseId;
      readonly line: number;
    };

/**
 * Takes a finished form in: its case blocks change the cases, it lies in the outbox, its draft ends; all of it or
 * nothing, in memory and in the store. `now` in milliseconds since 1970-01-01T00:00Z. Rejects only when the store fails.
 */
export async function submitForm(
  sandbox: UserSandbox,
  form: FinishedForm,
  now: number,
): Promise<SubmittedForm> {
  try {
    return await commit(sandbox, form, transactionsOf(form), now);
  } catch (error) {
    if (!(error instanceof CaseTransactionError)) throw error;
    return { kind: 'refused', message: error.message, caseId: error.caseId, line: error.line };
  }
}

function transactionsOf({ submission }: FinishedForm): CaseTransaction[] {
  const { instanceId, root } = readSubmission(submission.xml);
  if (instanceId !== submission.instanceId) {
    throw new RangeError(`The form ${submission.instanceId} says that it is ${instanceId}`);
  }
  return readCaseTransactions(root);
}

async function commit(
  sandbox: UserSandbox,
  form: FinishedForm,
  transactions: readonly CaseTransaction[],
  now: number,
): Promise<SubmittedForm> {
  const { submission, formName, endedDrafts = [] } = form;
  const { instanceId } = submission;
  const caseIds = [...new Set(transactions.map((transaction) => transaction.caseId))];
  let effect: FormEffect = { changes: [], departed: [], away: [] };
  const saved = await sandbox.commitForm({
    item: { instanceId, formName, savedAt: now, caseIds, transactions },
    submission,
    endedDrafts,
    apply(held) {
      effect = effectOf(sandbox, { held, form, transactions, now });
      return changesOf(effect);
    },
  });
  return saved ? { kind: 'saved', ...effect } : { kind: 'repeated' };
}

interface FormGround {
  readonly held: ReadonlyMap<CaseId, Case>;
  readonly form: FinishedForm;
  readonly transactions: readonly CaseTransaction[];
  readonly now: number;
}

interface FormEffect {
  readonly changes: readonly CaseChange[];
  readonly departed: readonly DepartedCase[];
  readonly away: readonly CaseId[];
}

function effectOf(sandbox: UserSandbox, ground: FormGround): FormEffect {
  const { held, form, transactions, now } = ground;
  const opened = new Map(form.openedWith?.map((of) => [of.caseId, of]));
  const all = applyCaseTransactions((id) => held.get(id) ?? opened.get(id), transactions, {
    mode: 'device',
    userId: sandbox.userId,
    now: new Date(now).toISOString(),
  });
  const away = all.filter(({ before }) => before !== undefined && !held.has(before.caseId));
  const changes = all.filter((change) => !away.includes(change));
  const departed = departures(sandbox, changes);
  return { changes, departed, away: away.map((change) => change.after.caseId) };
}

function changesOf({ changes, departed }: FormEffect): FormChanges {
  const removals = departed.map((of) => of.caseId);
  const gone = new Set(removals);
  const puts = changes.map((change) => change.after).filter((of) => !gone.has(of.caseId));
  return { puts, removals };
}

/** The closure after the form. Before the first restore nobody knows the owners, and every case stays. */
function departures(sandbox: UserSandbox, changes: readonly CaseChange[]): DepartedCase[] {
  const { record, ownerIds, database } = sandbox;
  const moves = changes.some(({ before, after }) => movesCases(before, after, ownerIds));
  if (record === undefined || !moves) return [];
  const now = new CaseOverlay(database);
  for (const change of changes) now.put(change.after);
  const dropped =
    purgeAfter(changes, database, ownerIds) ??
    atOnce(casesToDrop(new CaseGraph(now.linkedCases()), ownerIds)).ids;
  return dropped.flatMap((id) => {
    const of = now.get(id);
    return of === undefined ? [] : [departedCase(database.get(id) ?? newborn(of), of, ownerIds)];
  });
}

/** A case that the form made and gave away in one: it was open, and nobody's. */
function newborn(of: Case): Case {
  return { ...of, status: 'open', ownerId: '' };
}
