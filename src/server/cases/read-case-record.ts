import { caseHistory } from '../../case/case-history.ts';
import type { CaseStep } from '../../case/case-history.ts';
import type { Case, CaseId } from '../../case/case.ts';
import { readCaseTransactions } from '../../case/read-case-transactions.ts';
import { readSubmission } from '../../openrosa/read-submission.ts';
import type { CaseFormRow } from '../sql/case-records.ts';
import { selectCaseForms } from '../sql/case-records.ts';
import { selectCases } from '../sql/cases.ts';
import type { Queries } from '../sql/database.ts';

/** A form of a history, as it is told of. */
export interface FormMention {
  readonly instanceId: string;
  readonly formName: string;
  /** `''` for the project itself. */
  readonly username: string;
  readonly receivedAt: string;
  /** When it was filled in, as far as that is known. */
  readonly changedAt: string | undefined;
}

export interface CaseRecordDetails {
  readonly case: Case;
  /** In the order in which the forms count. */
  readonly history: readonly CaseStep<FormMention>[];
}

/** A case with all that was ever done to it; `undefined` when the project has no such case. */
export async function readCaseRecord(
  queries: Queries,
  projectId: number,
  caseId: CaseId,
): Promise<CaseRecordDetails | undefined> {
  const [found] = await selectCases(queries, projectId, [caseId]);
  if (found === undefined) return undefined;
  const forms = (await selectCaseForms(queries, projectId, caseId)).map(historyForm);
  const history = caseHistory(caseId, forms).map((step) => ({
    ...step,
    form: step.form.mention,
    changes: step.changes.map((change) => ({ ...change, unseen: change.unseen?.mention })),
  }));
  return { case: found, history };
}

function historyForm(row: CaseFormRow) {
  const { instanceId, formName, username, userId } = row;
  const receivedAt = row.receivedAt.toISOString();
  const changedAt = row.changedAt?.toISOString();
  return {
    userId,
    receivedAt: row.receivedAt.getTime(),
    changedAt: row.changedAt?.getTime(),
    now: receivedAt,
    transactions: readCaseTransactions(readSubmission(row.xml).root),
    mention: { instanceId, formName, username, receivedAt, changedAt },
  };
}
