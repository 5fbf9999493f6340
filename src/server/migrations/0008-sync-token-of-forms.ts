import type { Migration } from './migration.ts';

/** What the device that sent a form held before, where it says so: with it the server knows what that device holds now. */
export const syncTokenOfFormsMigration: Migration = {
  number: 8,
  name: 'sync token of forms',
  sql: `
alter table forms add column sync_token text;
create index forms_by_sync_token on forms (sync_token) where sync_token is not null;
`,
};
