import type { FormConcern } from '../../case/form-concerns.ts';
import type { Queries } from './database.ts';

export async function insertFormConcerns(
  queries: Queries,
  projectId: number,
  sequence: number,
  concerns: readonly FormConcern[],
): Promise<void> {
  if (concerns.length === 0) return;
  await queries.query(
    `insert into form_concerns (project_id, sequence, concern)
     select $1::bigint, $2::bigint, concern from jsonb_array_elements($3::jsonb) concern`,
    [projectId, sequence, JSON.stringify(concerns)],
  );
}

/** A form that goes beyond what its sender may touch. */
export interface ConcerningForm {
  readonly sequence: number;
  readonly receivedAt: Date;
  readonly instanceId: string;
  readonly formName: string;
  readonly username: string;
  readonly concerns: readonly FormConcern[];
}

/** The latest of them, or those before the form with number `before`; the newest first. */
export function selectConcerningForms(
  queries: Queries,
  projectId: number,
  { before, limit }: { readonly before: number | undefined; readonly limit: number },
): Promise<ConcerningForm[]> {
  return queries.query(
    `select f.sequence, f.received_at as "receivedAt", f.instance_id as "instanceId", f.form_name as "formName", u.username,
       jsonb_agg(c.concern order by c.concern) as concerns
     from form_concerns c join forms f using (project_id, sequence) join users u using (user_id)
     where c.project_id = $1 and ($2::bigint is null or c.sequence < $2)
     group by f.project_id, f.sequence, u.username order by f.sequence desc limit $3`,
    [projectId, before ?? null, limit],
  );
}
