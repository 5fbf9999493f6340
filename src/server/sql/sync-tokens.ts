import type { CaseId } from '../../case/case.ts';
import type { Queries } from './database.ts';

/** What a client holds that answers with this token: the cases, and everything up to form number `sequence`. */
export interface SyncTokenRow {
  readonly token: string;
  readonly userId: string;
  readonly sequence: number;
  /** The version of the directory that its fixtures were made from. */
  readonly directoryVersion: number;
  readonly caseIds: readonly CaseId[];
  /** The token that the client held before; it is of no use once the client has shown that it holds this one. */
  readonly previous: string | null;
  readonly createdAt: Date;
}

export async function findSyncToken(
  queries: Queries,
  userId: string,
  token: string,
): Promise<SyncTokenRow | undefined> {
  const rows = await queries.query<SyncTokenRow>(
    `select token, user_id as "userId", sequence, directory_version as "directoryVersion", case_ids as "caseIds", previous,
       created_at as "createdAt" from sync_tokens where token = $2 and user_id = $1`,
    [userId, token],
  );
  return rows[0];
}

export async function insertSyncToken(queries: Queries, row: SyncTokenRow): Promise<void> {
  await queries.query(
    `insert into sync_tokens (token, user_id, sequence, directory_version, case_ids, previous, created_at)
     values ($1, $2, $3, $4, $5::text[], $6, $7)`,
    [
      row.token,
      row.userId,
      row.sequence,
      row.directoryVersion,
      row.caseIds,
      row.previous,
      row.createdAt,
    ],
  );
}

const IDS_AT_ONCE = 2500;

/**
 * The cases that a token stands for, a few thousand at a time, so that nobody has to hold them all. Within a transaction; one such
 * reading at a time.
 */
export async function* selectCaseIdsOf(
  queries: Queries,
  token: string,
): AsyncGenerator<readonly CaseId[]> {
  await queries.query(
    'declare token_cases no scroll cursor for select unnest(case_ids) as "caseId" from sync_tokens where token = $1',
    [token],
  );
  for (;;) {
    const rows = await queries.query<{ caseId: CaseId }>(`fetch ${IDS_AT_ONCE} from token_cases`);
    if (rows.length > 0) yield rows.map(({ caseId }) => caseId);
    if (rows.length < IDS_AT_ONCE) break;
  }
  await queries.exec('close token_cases');
}

export async function deleteSyncToken(
  queries: Queries,
  userId: string,
  token: string,
): Promise<void> {
  await queries.query('delete from sync_tokens where user_id = $1 and token = $2', [userId, token]);
}

/** Keeps the newest tokens of a user; a device whose token is gone makes one full restore. */
export async function deleteOldSyncTokens(
  queries: Queries,
  userId: string,
  keep: number,
): Promise<void> {
  await queries.query(
    `delete from sync_tokens where user_id = $1 and token in (
       select token from sync_tokens where user_id = $1 order by issue desc offset $2)`,
    [userId, keep],
  );
}
