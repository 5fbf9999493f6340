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
  /** What there is to be said against it, each with the name of its case as it is now. */
  readonly concerns: readonly (FormConcern & { readonly caseName: string })[];
  /** The administrator who has looked at it. */
  readonly seenBy: string | null;
}

/** Which of them, and how many. */
export interface ConcernPage {
  /** Those before the form with this number. */
  readonly before: number | undefined;
  /** Also those that an administrator has looked at. */
  readonly withSeen: boolean;
  readonly limit: number;
}

/** The newest first. */
export function selectConcerningForms(
  queries: Queries,
  projectId: number,
  { before, withSeen, limit }: ConcernPage,
): Promise<ConcerningForm[]> {
  return queries.query(
    `select f.sequence, f.received_at as "receivedAt", f.instance_id as "instanceId", f.form_name as "formName", u.username,
       s.username as "seenBy",
       jsonb_agg(c.concern || jsonb_build_object('caseName', coalesce(k.case_name, '')) order by c.concern) as concerns
     from form_concerns c join forms f using (project_id, sequence) join users u using (user_id)
       left join cases k on k.project_id = c.project_id and k.case_id = c.concern ->> 'caseId'
       left join concerns_seen seen on seen.project_id = c.project_id and seen.sequence = c.sequence
       left join users s on s.user_id = seen.user_id
     where c.project_id = $1 and ($2::bigint is null or c.sequence < $2) and ($3 or seen.sequence is null)
     group by f.project_id, f.sequence, u.username, s.username order by f.sequence desc limit $4`,
    [projectId, before ?? null, withSeen, limit],
  );
}

/** Notes that somebody has looked at these forms; whoever did it first stays. */
export async function markConcernsSeen(
  queries: Queries,
  projectId: number,
  sequences: readonly number[],
  { userId, at }: { readonly userId: string; readonly at: Date },
): Promise<void> {
  await queries.query(
    `insert into concerns_seen (project_id, sequence, user_id, at)
     select distinct project_id, sequence, $3, $4::timestamptz from form_concerns
     where project_id = $1 and sequence = any($2::bigint[]) on conflict do nothing`,
    [projectId, sequences, userId, at],
  );
}
