import type { Migration } from './migration.ts';

/** A case about every user who was there before users had one; `userCase` makes those of new users alike. */
export const userCasesMigration: Migration = {
  number: 4,
  name: 'user cases',
  sql: `
insert into cases (project_id, case_id, case_type, case_name, owner_id, closed, date_opened, last_modified, user_id,
  external_id, category, state, properties, attachments, sequence)
select u.project_id, replace(gen_random_uuid()::text, '-', ''), 'commcare-user',
  coalesce(nullif(concat_ws(' ', nullif(u.first_name, ''), nullif(u.last_name, '')), ''), u.username),
  u.user_id, false, u.opened, u.opened, u.user_id, u.user_id, '', '',
  coalesce((select jsonb_object_agg(d.key, d.value) from jsonb_each(u.user_data) d where d.key ~ '^[a-zA-Z][a-zA-Z0-9_-]*$'), '{}')
    || jsonb_build_object('username', u.username, 'first_name', u.first_name, 'last_name', u.last_name,
      'language', u.language, 'hq_user_id', u.user_id),
  '[]', p.sequence
from (select *, to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as opened from users) u
join projects p using (project_id);
`,
};
