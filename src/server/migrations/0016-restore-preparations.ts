import type { Migration } from './migration.ts';

/**
 * Large restores that are being prepared: whose, for what a device holds (`base` is its token, or empty), which cases, and how many of
 * them somebody has taken on. What is prepared of a case is good as long as the case has the same number. Both are forgotten soon.
 */
export const restorePreparationsMigration: Migration = {
  number: 16,
  name: 'restore preparations',
  sql: `
create table restore_preparations (
  preparation_id bigint generated always as identity primary key,
  user_id text not null references users on delete cascade,
  audience text not null,
  base text not null,
  case_ids text[] not null,
  total integer not null,
  taken integer not null default 0,
  created_at timestamptz not null,
  unique (user_id, audience, base)
);
create index restore_preparations_by_age on restore_preparations (created_at);

create table prepared_cases (
  preparation_id bigint not null references restore_preparations on delete cascade,
  case_id text not null,
  sequence bigint not null,
  block text not null,
  primary key (preparation_id, case_id)
);
`,
};
