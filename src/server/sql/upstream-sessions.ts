import type { Queries } from './database.ts';

/** Keeps what can be opened with the session's token only: who reads the table can do nothing with it. */
export async function insertUpstreamSession(
  queries: Queries,
  session: { tokenHash: string; sealed: Uint8Array; expiresAt: Date },
): Promise<void> {
  await queries.query(
    'insert into upstream_sessions (token_hash, sealed, expires_at) values ($1, $2, $3)',
    [session.tokenHash, session.sealed, session.expiresAt],
  );
}

/** A session that has not expired. */
export async function findUpstreamSession(
  queries: Queries,
  tokenHash: string,
  now: Date,
): Promise<{ readonly sealed: Uint8Array; readonly expiresAt: Date } | undefined> {
  const rows = await queries.query<{ sealed: Uint8Array; expiresAt: Date }>(
    'select sealed, expires_at as "expiresAt" from upstream_sessions where token_hash = $1 and expires_at > $2',
    [tokenHash, now],
  );
  return rows[0];
}

export async function extendUpstreamSession(
  queries: Queries,
  tokenHash: string,
  expiresAt: Date,
): Promise<void> {
  await queries.query('update upstream_sessions set expires_at = $2 where token_hash = $1', [
    tokenHash,
    expiresAt,
  ]);
}

export async function deleteUpstreamSession(queries: Queries, tokenHash: string): Promise<void> {
  await queries.query('delete from upstream_sessions where token_hash = $1', [tokenHash]);
}

export async function deleteExpiredUpstreamSessions(queries: Queries, now: Date): Promise<void> {
  await queries.query('delete from upstream_sessions where expires_at <= $1', [now]);
}
