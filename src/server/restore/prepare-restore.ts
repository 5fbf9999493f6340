import type { CaseId } from '../../case/case.ts';
import type { RestorePending } from '../../openrosa/restore-pending.ts';
import { writeRestoredCase } from '../../openrosa/write-restore.ts';
import type { RestoreAudience } from '../../openrosa/write-restore.ts';
import type { Services } from '../services.ts';
import type { Queries } from '../sql/database.ts';
import {
  deletePreparationsBefore,
  insertPreparation,
  insertPreparedCases,
  selectNumberedCases,
  selectPreparationIds,
  takeCases,
} from '../sql/restore-preparations.ts';
import type { Preparation, PreparationKey } from '../sql/restore-preparations.ts';
import { RESTORE_LIMITS } from './restore-limits.ts';

/** A client that has gone does not come back for it after this; milliseconds. */
const LIFETIME = 60 * 60 * 1000;

/** Work goes on only while somebody asks, so the client need not stay away for long; seconds. */
const RETRY_AFTER = 1;

/** What is being prepared for whom. */
export interface PreparationSubject {
  readonly projectId: number;
  readonly audience: RestoreAudience;
}

/** Begins to prepare a restore with these cases; or finds that another request has. */
export async function beginPreparation(
  { database, now }: Services,
  key: PreparationKey,
  caseIds: readonly CaseId[],
): Promise<Preparation> {
  await forgetOldPreparations(database, now());
  return insertPreparation(database, key, caseIds, new Date(now()));
}

/** Forgets what nobody has come back for. */
export function forgetOldPreparations(queries: Queries, now: number): Promise<void> {
  return deletePreparationsBefore(queries, new Date(now - LIFETIME));
}

/**
 * Goes on with a preparation until `deadline` (milliseconds since 1970), by one batch at least; `undefined` when no case is left to be taken on. Any request of any process may: each takes
 * other cases. Whoever dies over it leaves some unprepared, which then are written when they are sent. A request that has prepared does
 * not send as well: who may see what has been asked before, and may have changed since.
 */
export async function prepare(
  services: Services,
  { preparationId, total, taken }: Preparation,
  { deadline, ...subject }: PreparationSubject & { readonly deadline: number },
): Promise<RestorePending | undefined> {
  if (taken >= total) return undefined;
  const { database, now, restoreLimits = RESTORE_LIMITS } = services;
  const { atOnce } = restoreLimits;
  const caseIds = await selectPreparationIds(database, preparationId);
  let done: number | undefined;
  do {
    const start = await takeCases(database, preparationId, atOnce);
    if (start === undefined) break;
    await prepareCases(services, preparationId, caseIds.slice(start, start + atOnce), subject);
    done = Math.min(start + atOnce, total);
  } while (now() < deadline);
  return done === undefined ? undefined : { done, total, retryAfter: RETRY_AFTER };
}

async function prepareCases(
  { database }: Services,
  preparationId: number,
  caseIds: readonly CaseId[],
  { projectId, audience }: PreparationSubject,
): Promise<void> {
  const cases = await selectNumberedCases(database, projectId, caseIds);
  const prepared = cases.map(({ of, sequence }) => {
    return { caseId: of.caseId, sequence, block: writeRestoredCase(of, audience) };
  });
  await insertPreparedCases(database, preparationId, prepared);
}
