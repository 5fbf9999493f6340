import type { Migration } from './migration.ts';

/** When a user changed a case, by the form that says so: a form that comes late is known by it. Null where it was not kept. */
export const lateFormsMigration: Migration = {
  number: 6,
  name: 'late forms',
  sql: `
alter table case_history add column changed_at timestamptz;
`,
};
