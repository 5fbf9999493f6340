import type { Migration } from './migration.ts';

/**
 * The project space: people, groups and locations, forms and cases. `projects.sequence` counts accepted forms; the row's
 * lock makes the order of receipt the order of application, and a case carries the number of the form that changed it last.
 */
export const projectMigration: Migration = {
  number: 1,
  name: 'project',
  sql: `
create table projects (
  project_id bigint generated always as identity primary key,
  domain text not null unique,
  name text not null,
  language text not null,
  apps text[],
  sequence bigint not null default 0,
  directory_version bigint not null default 1
);

create table users (
  user_id text primary key,
  project_id bigint not null references projects,
  username text not null,
  password_hash text not null,
  first_name text not null default '',
  last_name text not null default '',
  role text not null default 'worker' check (role in ('worker', 'admin')),
  language text not null default '',
  user_data jsonb not null default '{}',
  active boolean not null default true,
  created_at timestamptz not null,
  unique (project_id, username)
);

create table sessions (
  token_hash text primary key,
  user_id text not null references users on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index sessions_by_expiry on sessions (expires_at);
create index sessions_by_user on sessions (user_id);

create table groups (
  group_id text primary key,
  project_id bigint not null references projects,
  name text not null,
  case_sharing boolean not null default false,
  group_data jsonb not null default '{}',
  unique (project_id, name)
);

create table group_members (
  group_id text not null references groups on delete cascade,
  user_id text not null references users on delete cascade,
  primary key (group_id, user_id)
);
create index group_members_by_user on group_members (user_id);

create table location_types (
  project_id bigint not null references projects,
  code text not null,
  name text not null,
  owns_cases boolean not null default false,
  view_descendants boolean not null default false,
  primary key (project_id, code)
);

create table locations (
  location_id text primary key,
  project_id bigint not null references projects,
  type_code text not null,
  parent_id text references locations,
  name text not null,
  site_code text not null,
  external_id text not null default '',
  latitude text not null default '',
  longitude text not null default '',
  archived boolean not null default false,
  location_data jsonb not null default '{}',
  unique (project_id, site_code),
  foreign key (project_id, type_code) references location_types
);
create index locations_by_parent on locations (parent_id);

create table assignments (
  user_id text not null references users on delete cascade,
  location_id text not null references locations on delete cascade,
  position integer not null,
  primary key (user_id, location_id)
);
create index assignments_by_location on assignments (location_id);

create table forms (
  project_id bigint not null references projects,
  sequence bigint not null,
  instance_id text not null,
  user_id text not null references users,
  received_at timestamptz not null,
  xmlns text not null,
  form_name text not null,
  xml text not null,
  xml_hash text not null,
  primary key (project_id, sequence),
  unique (project_id, instance_id)
);
create index forms_by_user on forms (project_id, user_id, sequence);

create table form_attachments (
  project_id bigint not null,
  sequence bigint not null,
  name text not null,
  media_type text not null,
  bytes bytea not null,
  primary key (project_id, sequence, name),
  foreign key (project_id, sequence) references forms on delete cascade
);

create table cases (
  project_id bigint not null references projects,
  case_id text not null,
  case_type text not null,
  case_name text not null,
  owner_id text not null,
  closed boolean not null,
  date_opened text not null,
  last_modified text not null,
  user_id text not null,
  external_id text not null,
  category text not null,
  state text not null,
  properties jsonb not null,
  attachments jsonb not null,
  sequence bigint not null,
  primary key (project_id, case_id)
);
create index open_cases_by_owner on cases (project_id, owner_id) where not closed;
create index cases_by_sequence on cases (project_id, sequence);

create table case_indices (
  project_id bigint not null,
  case_id text not null,
  name text not null,
  case_type text not null,
  target text not null,
  relationship text not null,
  primary key (project_id, case_id, name),
  foreign key (project_id, case_id) references cases on delete cascade,
  foreign key (project_id, target) references cases
);
create index case_indices_by_target on case_indices (project_id, target);

create table case_history (
  project_id bigint not null,
  case_id text not null,
  sequence bigint not null,
  primary key (project_id, case_id, sequence),
  foreign key (project_id, case_id) references cases on delete cascade,
  foreign key (project_id, sequence) references forms on delete cascade
);
create index case_history_by_sequence on case_history (project_id, sequence);

create table sync_tokens (
  token text primary key,
  issue bigint generated always as identity,
  user_id text not null references users on delete cascade,
  sequence bigint not null,
  directory_version bigint not null,
  case_ids text[] not null,
  previous text,
  created_at timestamptz not null
);
create index sync_tokens_by_user on sync_tokens (user_id, issue);
`,
};
