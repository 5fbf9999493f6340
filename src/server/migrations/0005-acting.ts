import type { Migration } from './migration.ts';

/** An administrator's session may be another user's for a while. */
export const actingMigration: Migration = {
  number: 5,
  name: 'acting',
  sql: `
alter table sessions add column acting_as text references users on delete set null;
`,
};
