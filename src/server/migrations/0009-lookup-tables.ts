import type { Migration } from './migration.ts';

/** Lookup tables with the owners of their rows; and what a project wants to know of its users. */
export const lookupTablesMigration: Migration = {
  number: 9,
  name: 'lookup tables',
  sql: `
alter table projects add column user_fields jsonb not null default '[]';

create table lookup_tables (
  project_id bigint not null references projects,
  code text not null,
  for_everybody boolean not null,
  columns jsonb not null,
  primary key (project_id, code)
);

create table lookup_rows (
  project_id bigint not null,
  code text not null,
  position integer not null,
  cells jsonb not null,
  owners text[] not null,
  primary key (project_id, code, position),
  foreign key (project_id, code) references lookup_tables on delete cascade
);
create index lookup_rows_by_owner on lookup_rows using gin (owners);
`,
};
