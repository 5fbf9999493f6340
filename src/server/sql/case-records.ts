import type { CaseId, OwnerId } from '../../case/case.ts';
import type { Queries } from './database.ts';

/** What an administrator looks for among the cases of a project. */
export interface CaseRecordSearch {
  /** Words that the name has to hold, or the id of the case; `''` for any. */
  readonly text: string;
  readonly caseType: string;
  readonly status: 'open' | 'closed' | 'any';
  /** `undefined` for any; `nobody` for those that no device holds. */
  readonly owner: { readonly id: OwnerId } | { readonly nobody: readonly OwnerId[] } | undefined;
  readonly offset: number;
  readonly limit: number;
}

export interface CaseRecord {
  readonly caseId: CaseId;
  readonly caseName: string;
  readonly caseType: string;
  readonly ownerId: OwnerId;
  readonly closed: boolean;
  readonly lastModified: string;
}

/**
 * Open cases that are not reached from any that one of these owners holds, by the very steps of the closure: what is left is
 * seen by nobody.
 */
const SEEN_BY_NOBODY = (owners: string): string => `not c.closed and c.case_id not in (
  with recursive held (case_id) as (
    select h.case_id from cases h where h.project_id = $1 and h.owner_id = any(${owners}::text[]) and not h.closed
    union
    select step.case_id from held r cross join lateral (
      select i.target as case_id from case_indices i where i.project_id = $1 and i.case_id = r.case_id
      union all
      select i.case_id from case_indices i join cases e on e.project_id = i.project_id and e.case_id = i.case_id
      where i.project_id = $1 and i.target = r.case_id and i.relationship = 'extension' and not e.closed
    ) step
  ) select case_id from held)`;

/** The cases that a search finds, last changed first. */
export function selectCaseRecords(
  queries: Queries,
  projectId: number,
  search: CaseRecordSearch,
): Promise<CaseRecord[]> {
  const { where, parameters } = statementOf(projectId, search);
  return queries.query(
    `select c.case_id as "caseId", c.case_name as "caseName", c.case_type as "caseType", c.owner_id as "ownerId",
       c.closed, c.last_modified as "lastModified"
     from cases c where ${where} order by c.sequence desc, c.case_id limit ${search.limit} offset ${search.offset}`,
    parameters,
  );
}

function statementOf(projectId: number, { text, caseType, status, owner }: CaseRecordSearch) {
  const parameters: unknown[] = [projectId];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const conditions = ["c.project_id = $1 and c.case_type <> 'commcare-user'"];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const bound = bind(word);
    conditions.push(
      `(strpos(lower(c.case_name), lower(${bound}::text)) > 0 or c.case_id = ${bound})`,
    );
  }
  if (caseType !== '') conditions.push(`c.case_type = ${bind(caseType)}`);
  if (status !== 'any') conditions.push(status === 'open' ? 'not c.closed' : 'c.closed');
  if (owner !== undefined)
    conditions.push(
      'id' in owner ? `c.owner_id = ${bind(owner.id)}` : SEEN_BY_NOBODY(bind(owner.nobody)),
    );
  return { where: conditions.join(' and '), parameters };
}

/** The types of the project's cases, with how many there are of each, but for those about users. */
export function selectCaseTypes(
  queries: Queries,
  projectId: number,
): Promise<{ readonly caseType: string; readonly count: number }[]> {
  return queries.query(
    `select case_type as "caseType", count(*) as count from cases
     where project_id = $1 and case_type <> 'commcare-user' group by 1 order by 1`,
    [projectId],
  );
}

/** A form that changed a case, with who sent it. */
export interface CaseFormRow {
  readonly instanceId: string;
  readonly formName: string;
  /** `''` for the project itself; so is `username`. */
  readonly userId: string;
  readonly username: string;
  readonly receivedAt: Date;
  /** When its user changed the case; `null` where that was not kept. */
  readonly changedAt: Date | null;
  readonly xml: string;
}

/** All forms that changed a case, in the order of receipt. */
export function selectCaseForms(
  queries: Queries,
  projectId: number,
  caseId: CaseId,
): Promise<CaseFormRow[]> {
  return queries.query(
    `select f.instance_id as "instanceId", f.form_name as "formName", coalesce(f.user_id, '') as "userId",
       coalesce(u.username, '') as username, f.received_at as "receivedAt", h.changed_at as "changedAt", f.xml
     from case_history h join forms f using (project_id, sequence) left join users u on u.user_id = f.user_id
     where h.project_id = $1 and h.case_id = $2 order by h.sequence`,
    [projectId, caseId],
  );
}
