import type { Migration } from './migration.ts';

/** Files of a form are told apart by their content, too: two that came under one name are both kept. */
export const attachmentHashesMigration: Migration = {
  number: 11,
  name: 'attachment hashes',
  sql: `
alter table form_attachments add column hash text generated always as (encode(sha256(bytes), 'hex')) stored;
alter table form_attachments drop constraint form_attachments_pkey;
alter table form_attachments add primary key (project_id, sequence, name, hash);
`,
};
