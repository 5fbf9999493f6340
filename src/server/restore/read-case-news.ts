import type { Case, CaseId, OwnerId } from '../../case/case.ts';
import { liveCases } from '../../case/closure.ts';
import { caseDifferences, farewells } from '../../openrosa/case-differences.ts';
import type { HeldCases } from '../../openrosa/case-differences.ts';
import type { RestoreAudience } from '../../openrosa/write-restore.ts';
import {
  selectCasesChangedByOthers,
  selectCasesTouchedBy,
  selectReachableCases,
} from '../sql/cases.ts';
import type { Queries } from '../sql/database.ts';
import { findProjectById } from '../sql/projects.ts';
import type { SyncTokenRow } from '../sql/sync-tokens.ts';
import { casesInBatches } from './cases-in-batches.ts';

/** What the user may hold at one moment, and what of it the client does not know. */
export interface CaseNews {
  /** Number of the last form that counts. */
  readonly sequence: number;
  /** All that the user may hold. */
  readonly live: ReadonlySet<CaseId>;
  /** Cases to send. */
  readonly changed: readonly CaseId[];
  /** Cases to drop. */
  readonly removals: readonly CaseId[];
  /** What a client is told of cases that leave it. */
  readonly farewells: readonly Case[];
}

/** Reads what has to be told to a client that holds what `base` stands for, or holds nothing. */
export async function readCaseNews(
  queries: Queries,
  projectId: number,
  ownerIds: ReadonlySet<OwnerId>,
  base: SyncTokenRow | undefined,
  audience: RestoreAudience,
): Promise<CaseNews> {
  const sequence = (await findProjectById(queries, projectId))!.sequence;
  const nodes = await selectReachableCases(queries, projectId, [...ownerIds]);
  const live = liveCases(nodes, ownerIds);
  const held = base && (await readHeldCases(queries, projectId, base));
  const { changed, removals } = caseDifferences(nodes, live, held);
  const told = await toldOfRemovals(queries, projectId, removals, base, audience);
  const gone: Case[] = [];
  for await (const batch of casesInBatches(queries, projectId, told)) {
    gone.push(...farewells(batch, ownerIds));
  }
  return { sequence, live, changed, removals, farewells: gone };
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

/**
 * Clients of another make drop cases by themselves, once they know what others have done to them. What they have done to a case
 * themselves they must not be told: it would bring the case back.
 */
function toldOfRemovals(
  queries: Queries,
  projectId: number,
  removals: readonly CaseId[],
  base: SyncTokenRow | undefined,
  audience: RestoreAudience,
): readonly CaseId[] | Promise<CaseId[]> {
  if (audience === 'caseload' || base === undefined) return removals;
  const listed = new Set(base.caseIds);
  const known = removals.filter((id) => listed.has(id));
  return selectCasesChangedByOthers(queries, projectId, known, base);
}
