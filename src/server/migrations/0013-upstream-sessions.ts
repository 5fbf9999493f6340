import type { Migration } from './migration.ts';

/**
 * Who is signed in at the server that this one stands in front of. What that server asks for is sealed with the token of the session,
 * which only the browser has.
 */
export const upstreamSessionsMigration: Migration = {
  number: 13,
  name: 'upstream sessions',
  sql: `
create table upstream_sessions (
  token_hash text primary key,
  sealed bytea not null,
  expires_at timestamptz not null
);
create index upstream_sessions_by_expiry on upstream_sessions (expires_at);
`,
};
