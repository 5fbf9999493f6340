import type { AttachmentReceipt } from '../../openrosa/submission.ts';
import type { Queries } from './database.ts';

export interface FormRow {
  readonly projectId: number;
  readonly sequence: number;
  readonly instanceId: string;
  /** Who sent it; `null` for a form of the project's own. */
  readonly userId: string | null;
  readonly receivedAt: Date;
  readonly xmlns: string;
  readonly formName: string;
  readonly xml: string;
  readonly xmlHash: string;
  /** What the sender's device held before, where it says so. */
  readonly syncToken: string | null;
}

export async function insertForm(queries: Queries, form: FormRow): Promise<void> {
  await queries.query(
    `insert into forms (project_id, sequence, instance_id, user_id, received_at, xmlns, form_name, xml, xml_hash, sync_token)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      form.projectId,
      form.sequence,
      form.instanceId,
      form.userId,
      form.receivedAt,
      form.xmlns,
      form.formName,
      form.xml,
      form.xmlHash,
      form.syncToken,
    ],
  );
}

/** The number and hash of a form that the project has. */
export async function findForm(
  queries: Queries,
  projectId: number,
  instanceId: string,
): Promise<Pick<FormRow, 'sequence' | 'xmlHash'> | undefined> {
  const rows = await queries.query<Pick<FormRow, 'sequence' | 'xmlHash'>>(
    `select sequence, xml_hash as "xmlHash" from forms where project_id = $1 and instance_id = $2`,
    [projectId, instanceId],
  );
  return rows[0];
}

/** What is there already stays as it is: a client may send a form again with the files that were missing. */
export async function insertFormAttachment(
  queries: Queries,
  form: Pick<FormRow, 'projectId' | 'sequence'>,
  attachment: { name: string; mediaType: string; bytes: Uint8Array },
): Promise<void> {
  await queries.query(
    `insert into form_attachments (project_id, sequence, name, media_type, bytes) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [form.projectId, form.sequence, attachment.name, attachment.mediaType, attachment.bytes],
  );
}

/** All files that are kept of a form, in order of name. */
export function selectFormAttachments(
  queries: Queries,
  projectId: number,
  sequence: number,
): Promise<AttachmentReceipt[]> {
  return queries.query(
    'select name, hash as "sha256" from form_attachments where project_id = $1 and sequence = $2 order by name, hash',
    [projectId, sequence],
  );
}
