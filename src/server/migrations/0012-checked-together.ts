import type { Migration } from './migration.ts';

/**
 * Names and codes may change hands within one statement: they have to be different when it is done. And which forms that went beyond
 * what their sender may touch an administrator has looked at.
 */
export const checkedTogetherMigration: Migration = {
  number: 12,
  name: 'checked together',
  sql: `
alter table users drop constraint users_project_id_username_key,
  add constraint users_project_id_username_key unique (project_id, username) deferrable;
alter table groups drop constraint groups_project_id_name_key,
  add constraint groups_project_id_name_key unique (project_id, name) deferrable;
alter table locations drop constraint locations_project_id_site_code_key,
  add constraint locations_project_id_site_code_key unique (project_id, site_code) deferrable;

create table concerns_seen (
  project_id bigint not null,
  sequence bigint not null,
  user_id text not null references users,
  at timestamptz not null,
  primary key (project_id, sequence),
  foreign key (project_id, sequence) references forms on delete cascade
);
`,
};
