import type { Case, CaseId } from '../../case/case.ts';
import { selectCases } from '../sql/cases.ts';
import type { Queries } from '../sql/database.ts';

const BATCH = 250;

/** The cases of these ids, a few hundred at a time; the database reads the next ones while somebody works on these. */
export async function* casesInBatches(
  queries: Queries,
  projectId: number,
  caseIds: readonly CaseId[],
): AsyncGenerator<readonly Case[]> {
  const read = (start: number) => selectCases(queries, projectId, caseIds.slice(start, start + BATCH)); // prettier-ignore
  if (caseIds.length === 0) return;
  let next = read(0);
  for (let start = 0; start < caseIds.length; start += BATCH) {
    const batch = await next;
    if (start + BATCH < caseIds.length) {
      next = read(start + BATCH);
      // Whoever stops early never asks for it; a failure is told when it is awaited.
      next.catch(() => {});
    }
    yield batch;
  }
}
