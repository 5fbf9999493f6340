import type { Case, CaseId } from '../../case/case.ts';
import { selectCases } from '../sql/cases.ts';
import type { Queries } from '../sql/database.ts';

const BATCH = 250;

/** The cases of these ids, a few hundred at a time. */
export function casesInBatches(
  queries: Queries,
  projectId: number,
  caseIds: readonly CaseId[],
): AsyncGenerator<readonly Case[]> {
  return inBatches([caseIds], (ids) => selectCases(queries, projectId, ids));
}

/** What is read of the cases of these lists, a few hundred at a time; the database reads the next ones while somebody works on these. */
export async function* inBatches<Read>(
  lists: Iterable<readonly CaseId[]> | AsyncIterable<readonly CaseId[]>,
  read: (caseIds: readonly CaseId[]) => Promise<Read>,
): AsyncGenerator<Read> {
  let coming: Promise<Read> | undefined;
  for await (const list of lists) {
    for (let start = 0; start < list.length; start += BATCH) {
      const next = read(list.slice(start, start + BATCH));
      // Whoever stops early never asks for it; a failure is told when it is awaited.
      next.catch(() => {});
      if (coming !== undefined) yield coming;
      coming = next;
    }
  }
  if (coming !== undefined) yield coming;
}
