import type { Migration } from './migration.ts';

/** Who changed what in the directory, with the rows as they were and as they are; and which users are web users. */
export const administrationMigration: Migration = {
  number: 3,
  name: 'administration',
  sql: `
alter table users add column kind text not null default 'mobile' check (kind in ('mobile', 'web'));

create table audit (
  entry bigint generated always as identity primary key,
  project_id bigint not null references projects,
  at timestamptz not null,
  user_id text not null references users,
  change jsonb not null,
  before jsonb not null,
  after jsonb not null
);
create index audit_by_project on audit (project_id, entry);
`,
};
