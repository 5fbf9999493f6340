import type { Migration } from './migration.ts';

/** Whether open extensions are closed with their host; and forms that nobody but the project itself has sent. */
export const closeExtensionsMigration: Migration = {
  number: 7,
  name: 'close extensions',
  sql: `
alter table projects add column close_extensions boolean not null default false;
alter table forms alter column user_id drop not null;
`,
};
