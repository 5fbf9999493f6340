import type { CaseId } from '../../case/case.ts';
import { writeRestoredCase } from '../../openrosa/write-restore.ts';
import type { RestoreAudience } from '../../openrosa/write-restore.ts';
import { selectCases } from '../sql/cases.ts';
import type { Queries } from '../sql/database.ts';
import { selectPreparedCases } from '../sql/restore-preparations.ts';
import type { Preparation } from '../sql/restore-preparations.ts';
import { inBatches } from './cases-in-batches.ts';

/** Some cases of a restore, written. */
export interface CaseTexts {
  readonly text: string;
  readonly count: number;
}

export interface CaseTextSource {
  readonly queries: Queries;
  readonly projectId: number;
  readonly audience: RestoreAudience;
  /** Where some of them may be written already. */
  readonly preparation: Preparation | undefined;
}

/** The cases of these lists as they stand in a restore, a few hundred at a time. */
export function caseTexts(
  lists: Iterable<readonly CaseId[]> | AsyncIterable<readonly CaseId[]>,
  source: CaseTextSource,
): AsyncGenerator<CaseTexts> {
  return inBatches(lists, async (caseIds) => {
    const prepared = await preparedOf(caseIds, source);
    const known = new Set(prepared.map(({ caseId }) => caseId));
    const others = await writeOthers(caseIds.filter((id) => !known.has(id)), source); // prettier-ignore
    const blocks = [...prepared.map(({ block }) => block), ...others];
    return { text: blocks.join(''), count: blocks.length };
  });
}

async function preparedOf(
  caseIds: readonly CaseId[],
  { queries, projectId, preparation }: CaseTextSource,
) {
  if (preparation === undefined) return [];
  return selectPreparedCases(queries, projectId, preparation.preparationId, caseIds);
}

async function writeOthers(
  caseIds: readonly CaseId[],
  { queries, projectId, audience }: CaseTextSource,
): Promise<string[]> {
  if (caseIds.length === 0) return [];
  const cases = await selectCases(queries, projectId, caseIds);
  return cases.map((of) => writeRestoredCase(of, audience));
}
