import type { Migration } from './migration.ts';

/** What a project does about forms that touch more than their sender may, and what was noted of them. */
export const submissionPolicyMigration: Migration = {
  number: 10,
  name: 'submission policy',
  sql: `
alter table projects add column submission_policy text not null default 'flag'
  check (submission_policy in ('reject', 'flag', 'allow'));

create table form_concerns (
  project_id bigint not null,
  sequence bigint not null,
  concern jsonb not null,
  foreign key (project_id, sequence) references forms on delete cascade
);
create index form_concerns_by_form on form_concerns (project_id, sequence);
`,
};
