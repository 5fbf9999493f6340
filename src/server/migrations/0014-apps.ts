import type { Migration } from './migration.ts';

/**
 * Apps that administrators have uploaded, in versions; and what a project has settled about an app, also about one that lies in the
 * server's folder and has no version here.
 */
export const appsMigration: Migration = {
  number: 14,
  name: 'apps',
  sql: `
create table project_apps (
  project_id bigint not null references projects,
  app_id text not null,
  name text not null,
  case_sharing boolean,
  groups text[] not null default '{}',
  current_version integer,
  primary key (project_id, app_id)
);

create table app_versions (
  project_id bigint not null,
  app_id text not null,
  version integer not null,
  kind text not null check (kind in ('ccz', 'form')),
  file text not null,
  own_name text not null,
  own_version integer not null,
  is_compiled boolean not null,
  shares boolean not null,
  creates boolean not null,
  bytes bytea not null,
  uploaded_at timestamptz not null,
  user_id text not null references users,
  primary key (project_id, app_id, version),
  foreign key (project_id, app_id) references project_apps on delete cascade
);
`,
};
