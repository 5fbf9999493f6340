import type { Migration } from './migration.ts';

/** What the bytes of an app's version come to, so that other bytes never stand at an address that browsers have kept. */
export const appDigestsMigration: Migration = {
  number: 15,
  name: 'app digests',
  sql: `
alter table app_versions add column digest text not null generated always as (left(encode(sha256(bytes), 'hex'), 16)) stored;
`,
};
