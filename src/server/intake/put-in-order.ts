import type { CaseChange } from '../../case/case-change.ts';
import type { CaseTransaction } from '../../case/case-transaction.ts';
import type { CaseId } from '../../case/case.ts';
import { LATE_WITHIN, orderOfForms } from '../../case/order-of-forms.ts';
import { readCaseTransactions } from '../../case/read-case-transactions.ts';
import { rebuildCase } from '../../case/rebuild-case.ts';
import { readSubmission } from '../../openrosa/read-submission.ts';
import { USER_CASE_TYPE } from '../directory/user-case.ts';
import { selectFormsOfCase, selectOvertakenCases } from '../sql/cases.ts';
import type { Queries } from '../sql/database.ts';

/** A form that is being taken in. */
export interface ArrivingForm {
  readonly projectId: number;
  readonly userId: string;
  readonly receivedAt: Date;
  readonly transactions: readonly CaseTransaction[];
}

/**
 * What a form does to cases when it may have been overtaken: somebody works on two devices, and the one that was used first
 * syncs last. Where that happened, the case is made anew from all its forms in the order in which they count.
 */
export async function putInOrder(
  queries: Queries,
  form: ArrivingForm,
  changes: readonly CaseChange[],
): Promise<CaseChange[]> {
  const overtaken = new Set(await overtakenCases(queries, form, changes));
  const ordered: CaseChange[] = [];
  for (const change of changes) {
    const isLate = overtaken.has(change.after.caseId);
    ordered.push(isLate ? await madeAnew(queries, form, change) : change);
  }
  return ordered;
}

/** Databases know no dates as old as JavaScript does, and no form is older than this. */
const EPOCH = 0;

/** When the user changed each case, by the form: of several blocks the last one counts. */
export function changeTimes({
  transactions,
  receivedAt,
}: Pick<ArrivingForm, 'transactions' | 'receivedAt'>): ReadonlyMap<CaseId, number> {
  const times = new Map<CaseId, number>();
  for (const { caseId, dateModified } of transactions) {
    const stated = Date.parse(dateModified);
    const time = Number.isNaN(stated) ? receivedAt.getTime() : Math.max(stated, EPOCH);
    times.set(caseId, Math.max(time, times.get(caseId) ?? time));
  }
  return times;
}

/** The case about a user is the project's own: no forms make it, so none can make it anew. */
function overtakenCases(
  queries: Queries,
  form: ArrivingForm,
  changes: readonly CaseChange[],
): Promise<CaseId[]> {
  const times = changeTimes(form);
  const known = changes.flatMap(({ before }) =>
    before === undefined || before.caseType === USER_CASE_TYPE
      ? []
      : [{ caseId: before.caseId, changedAt: times.get(before.caseId) }],
  );
  const since = new Date(form.receivedAt.getTime() - LATE_WITHIN);
  return selectOvertakenCases(queries, form, since, known);
}

async function madeAnew(
  queries: Queries,
  { projectId, userId, receivedAt, transactions }: ArrivingForm,
  { before, after }: CaseChange,
): Promise<CaseChange> {
  const { caseId } = after;
  const stored = await selectFormsOfCase(queries, projectId, caseId);
  const earlier = stored.map(({ xml, ...form }) => {
    return { ...form, transactions: readCaseTransactions(readSubmission(xml).root) };
  });
  const changedAt = changeTimes({ transactions, receivedAt }).get(caseId);
  const late = { userId, receivedAt: receivedAt.getTime(), changedAt, transactions };
  const forms = orderOfForms([...earlier, late]).map((form) => {
    return { ...form, now: new Date(form.receivedAt).toISOString() };
  });
  return { before, after: rebuildCase(caseId, forms) ?? after, disrupted: true };
}
