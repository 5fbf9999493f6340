import type { Case, CaseId, OwnerId } from '../../case/case.ts';
import { liveCases } from '../../case/closure.ts';
import { caseDifferences, farewells } from '../../openrosa/case-differences.ts';
import type { HeldCases } from '../../openrosa/case-differences.ts';
import type { Principal } from '../auth/credential-check.ts';
import { selectCases, selectCasesTouchedBy, selectReachableCases } from '../sql/cases.ts';
import type { Database, Queries } from '../sql/database.ts';
import { findProjectById } from '../sql/projects.ts';
import type { SyncTokenRow } from '../sql/sync-tokens.ts';

/** What the user may hold at one moment, and what of it the client does not know. */
export interface CaseNews {
  /** Number of the last form that counts. */
  readonly sequence: number;
  /** All that the user may hold. */
  readonly live: ReadonlySet<CaseId>;
  /** Cases to send. */
  readonly cases: readonly Case[];
  /** Cases to drop. */
  readonly removals: readonly CaseId[];
}

/** Reads what has to be told to a client that holds what `base` stands for, or holds nothing. */
export function readCaseNews(
  database: Database,
  { project: { projectId } }: Principal,
  ownerIds: ReadonlySet<OwnerId>,
  base: SyncTokenRow | undefined,
): Promise<CaseNews> {
  return database.transaction(async (queries) => {
    await readOneMoment(queries);
    const sequence = (await findProjectById(queries, projectId))!.sequence;
    const nodes = await selectReachableCases(queries, projectId, [...ownerIds]);
    const live = liveCases(nodes, ownerIds);
    const held = base && (await readHeldCases(queries, projectId, base));
    const { changed, removals } = caseDifferences(nodes, live, held);
    const cases = await selectCases(queries, projectId, changed);
    const gone = await selectCases(queries, projectId, removals);
    return { sequence, live, cases: [...cases, ...farewells(gone, ownerIds)], removals };
  });
}

/** All statements of the transaction see the same state, so that the token stands for exactly what was sent. */
function readOneMoment(queries: Queries): Promise<void> {
  return queries.exec('set transaction isolation level repeatable read, read only');
}

/** A device also holds what its user's own forms have touched since, whoever owns it. */
async function readHeldCases(
  queries: Queries,
  projectId: number,
  { userId, sequence, caseIds }: SyncTokenRow,
): Promise<HeldCases> {
  const touched = await selectCasesTouchedBy(queries, projectId, userId, sequence);
  return { caseIds: [...caseIds, ...touched], sequence };
}
