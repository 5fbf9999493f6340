import type { Queries } from './database.ts';

/** Keeps the hash only: who reads the table cannot sign in with it. */
export async function insertSession(
  queries: Queries,
  session: { tokenHash: string; userId: string; createdAt: Date; expiresAt: Date },
): Promise<void> {
  await queries.query(
    'insert into sessions (token_hash, user_id, created_at, expires_at) values ($1, $2, $3, $4)',
    [session.tokenHash, session.userId, session.createdAt, session.expiresAt],
  );
}

export async function extendSession(
  queries: Queries,
  tokenHash: string,
  expiresAt: Date,
): Promise<void> {
  await queries.query('update sessions set expires_at = $2 where token_hash = $1', [
    tokenHash,
    expiresAt,
  ]);
}

/** Whose session it is for now; `undefined` for its own user. */
export async function updateActing(
  queries: Queries,
  tokenHash: string,
  actingAs: string | undefined,
): Promise<void> {
  await queries.query('update sessions set acting_as = $2 where token_hash = $1', [
    tokenHash,
    actingAs ?? null,
  ]);
}

export async function deleteSession(queries: Queries, tokenHash: string): Promise<void> {
  await queries.query('delete from sessions where token_hash = $1', [tokenHash]);
}

export async function deleteExpiredSessions(queries: Queries, now: Date): Promise<void> {
  await queries.query('delete from sessions where expires_at <= $1', [now]);
}

/** Signs a user out everywhere. */
export async function deleteSessionsOf(
  queries: Queries,
  userIds: readonly string[],
): Promise<void> {
  await queries.query('delete from sessions where user_id = any($1::text[])', [userIds]);
}
