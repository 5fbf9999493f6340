import type { Migration } from './migration.ts';

/** The case types that everybody in a project may look for, whoever owns the cases. None until the project says so. */
export const caseSearchMigration: Migration = {
  number: 2,
  name: 'case-search',
  sql: `
alter table projects add column searchable_case_types text[] not null default '{}';
create index cases_by_type on cases (project_id, case_type);
`,
};
