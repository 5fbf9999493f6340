import type { Case, CaseAttachment, CaseId, CaseIndex, OwnerId } from '../../case/case.ts';
import type { Queries } from './database.ts';

/** A row of {@link CASE_COLUMNS}. */
export interface CaseRow {
  readonly caseId: string;
  readonly caseType: string;
  readonly caseName: string;
  readonly ownerId: string;
  readonly closed: boolean;
  readonly dateOpened: string;
  readonly lastModified: string;
  readonly userId: string;
  readonly externalId: string;
  readonly category: string;
  readonly state: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly attachments: readonly CaseAttachment[];
  readonly indices: readonly CaseIndex[];
}

/** What the closure needs of a case, and the number of the form that changed it last. */
export interface CaseNode {
  readonly caseId: CaseId;
  readonly ownerId: OwnerId;
  readonly status: 'open' | 'closed';
  readonly indices: readonly CaseIndex[];
  readonly sequence: number;
}

const INDICES = `coalesce((
    select jsonb_agg(jsonb_build_object('name', i.name, 'caseType', i.case_type, 'target', i.target,
      'relationship', i.relationship) order by i.name)
    from case_indices i where i.project_id = c.project_id and i.case_id = c.case_id), '[]') as indices`;

/** The columns of a whole case `c`; see {@link caseOf}. */
export const CASE_COLUMNS = `c.case_id as "caseId", c.case_type as "caseType", c.case_name as "caseName", c.owner_id as "ownerId",
  c.closed, c.date_opened as "dateOpened", c.last_modified as "lastModified", c.user_id as "userId",
  c.external_id as "externalId", c.category, c.state, c.properties, c.attachments, ${INDICES}`;

/** The cases of those ids that the project has, in order of id. */
export async function selectCases(
  queries: Queries,
  projectId: number,
  caseIds: readonly CaseId[],
): Promise<Case[]> {
  const rows = await queries.query<CaseRow>(
    `select ${CASE_COLUMNS} from cases c where c.project_id = $1 and c.case_id = any($2::text[]) order by c.case_id`,
    [projectId, caseIds],
  );
  return rows.map(caseOf);
}

/** The cases of those ids and all that can be reached from them over indices: what a form's indices are checked against. */
export async function selectCasesWithAncestors(
  queries: Queries,
  projectId: number,
  caseIds: readonly CaseId[],
): Promise<Case[]> {
  const rows = await queries.query<CaseRow>(
    `with recursive wanted (case_id) as (
       select unnest($2::text[])
       union
       select i.target from wanted w join case_indices i on i.project_id = $1 and i.case_id = w.case_id
     )
     select ${CASE_COLUMNS} from wanted w join cases c on c.project_id = $1 and c.case_id = w.case_id`,
    [projectId, caseIds],
  );
  return rows.map(caseOf);
}

/** Ids of the cases of a type that users own and that are about them: their external id is the user's. */
export async function selectOwnCaseIds(
  queries: Queries,
  projectId: number,
  userIds: readonly string[],
  caseType: string,
): Promise<CaseId[]> {
  const rows = await queries.query<{ caseId: CaseId }>(
    `select case_id as "caseId" from cases
     where project_id = $1 and owner_id = any($2::text[]) and external_id = owner_id and case_type = $3`,
    [projectId, userIds, caseType],
  );
  return rows.map((row) => row.caseId);
}

/** The case that a row of {@link CASE_COLUMNS} holds. */
export function caseOf({ closed, ...row }: CaseRow): Case {
  return { ...row, status: closed ? 'closed' : 'open' };
}

/**
 * Every case that could matter to the closure of `ownerIds`: the open cases they own, and from there on any index target
 * and any open extension. No path of the closure leaves this set, so `liveCases` on it equals `liveCases` on all. `offset 0` makes the
 * database look up each case: it takes the set for larger than it is, and would read all cases of the project instead.
 */
export async function selectReachableCases(
  queries: Queries,
  projectId: number,
  ownerIds: readonly OwnerId[],
): Promise<CaseNode[]> {
  const rows = await queries.query<Omit<CaseNode, 'status'> & { closed: boolean }>(
    `with recursive reachable (case_id) as (
       select c.case_id from cases c where c.project_id = $1 and c.owner_id = any($2::text[]) and not c.closed
       union
       select step.case_id from reachable r cross join lateral (
         select i.target as case_id from case_indices i where i.project_id = $1 and i.case_id = r.case_id
         union all
         select i.case_id from case_indices i join cases e on e.project_id = i.project_id and e.case_id = i.case_id
         where i.project_id = $1 and i.target = r.case_id and i.relationship = 'extension' and not e.closed
       ) step
     )
     select c.case_id as "caseId", c.owner_id as "ownerId", c.closed, c.sequence, ${INDICES}
     from reachable r cross join lateral (select * from cases c where c.project_id = $1 and c.case_id = r.case_id offset 0) c
     order by c.case_id`,
    [projectId, ownerIds],
  );
  return rows.map(nodeOf);
}

/** What the closure needs of the cases of those ids, in order of id. */
export async function selectCaseNodes(
  queries: Queries,
  projectId: number,
  caseIds: readonly CaseId[],
): Promise<CaseNode[]> {
  const rows = await queries.query<Omit<CaseNode, 'status'> & { closed: boolean }>(
    `select c.case_id as "caseId", c.owner_id as "ownerId", c.closed, c.sequence, ${INDICES}
     from cases c where c.project_id = $1 and c.case_id = any($2::text[]) order by c.case_id`,
    [projectId, caseIds],
  );
  return rows.map(nodeOf);
}

/** These cases and the open extensions that can be reached from them: what may be closed with them. */
export async function selectExtensionChains(
  queries: Queries,
  projectId: number,
  hostIds: readonly CaseId[],
): Promise<CaseNode[]> {
  const rows = await queries.query<Omit<CaseNode, 'status'> & { closed: boolean }>(
    `with recursive chain (case_id) as (
       select unnest($2::text[])
       union
       select i.case_id from chain t
       join case_indices i on i.project_id = $1 and i.target = t.case_id and i.relationship = 'extension'
       join cases e on e.project_id = $1 and e.case_id = i.case_id and not e.closed
     )
     select c.case_id as "caseId", c.owner_id as "ownerId", c.closed, c.sequence, ${INDICES}
     from chain t join cases c on c.project_id = $1 and c.case_id = t.case_id order by c.case_id`,
    [projectId, hostIds],
  );
  return rows.map(nodeOf);
}

function nodeOf({ closed, ...row }: Omit<CaseNode, 'status'> & { closed: boolean }): CaseNode {
  return { ...row, status: closed ? 'closed' : 'open' };
}

/**
 * These cases and all that could bring them along: what points to them, what an open one hangs on, and so on. `liveCases` on this
 * set says of these cases what it says on all. `undefined` when there are more than `most`: nobody then reads on.
 */
export async function selectBringers(
  queries: Queries,
  projectId: number,
  caseIds: readonly CaseId[],
  most: number,
): Promise<CaseNode[] | undefined> {
  const rows = await queries.query<Omit<CaseNode, 'status'> & { closed: boolean }>(
    `with recursive bringer (case_id) as (
       select unnest($2::text[])
       union
       select step.case_id from bringer b cross join lateral (
         select i.case_id from case_indices i where i.project_id = $1 and i.target = b.case_id
         union all
         select i.target from case_indices i join cases e on e.project_id = i.project_id and e.case_id = i.case_id
         where i.project_id = $1 and i.case_id = b.case_id and i.relationship = 'extension' and not e.closed
       ) step
     )
     select c.case_id as "caseId", c.owner_id as "ownerId", c.closed, c.sequence, ${INDICES}
     from (select case_id from bringer limit $3) b join cases c on c.project_id = $1 and c.case_id = b.case_id`,
    [projectId, caseIds, most + 1],
  );
  return rows.length > most ? undefined : rows.map(nodeOf);
}

/** Of these cases, those that a device of the user has by its last syncs, or that forms of the user have made or changed since. */
export async function selectLatelyHeld(
  queries: Queries,
  projectId: number,
  userId: string,
  caseIds: readonly CaseId[],
): Promise<CaseId[]> {
  const rows = await queries.query<{ caseId: CaseId }>(
    `select id as "caseId" from unnest($3::text[]) id
     where exists (select 1 from sync_tokens t where t.user_id = $2 and id = any(t.case_ids))
     or exists (select 1 from case_history h join forms f using (project_id, sequence)
       where h.project_id = $1 and h.case_id = id and f.user_id = $2
       and f.sequence > coalesce((select min(t.sequence) from sync_tokens t where t.user_id = $2), 0))`,
    [projectId, userId, caseIds],
  );
  return rows.map((row) => row.caseId);
}

/** Ids of the cases that forms of this user changed after the form with number `sequence`. */
export async function selectCasesTouchedBy(
  queries: Queries,
  projectId: number,
  userId: string,
  sequence: number,
): Promise<CaseId[]> {
  const rows = await queries.query<{ caseId: CaseId }>(
    `select distinct h.case_id as "caseId" from forms f join case_history h using (project_id, sequence)
     where f.project_id = $1 and f.user_id = $2 and f.sequence > $3`,
    [projectId, userId, sequence],
  );
  return rows.map((row) => row.caseId);
}

/** The same of the forms that one device has sent since it got this token. */
export async function selectCasesTouchedUnder(
  queries: Queries,
  projectId: number,
  syncToken: string,
): Promise<CaseId[]> {
  const rows = await queries.query<{ caseId: CaseId }>(
    `select distinct h.case_id as "caseId" from forms f join case_history h using (project_id, sequence)
     where f.project_id = $1 and f.sync_token = $2`,
    [projectId, syncToken],
  );
  return rows.map((row) => row.caseId);
}

/** Of these cases, those that were changed since the token, and not only by the device that holds it. */
export async function selectCasesChangedByOthers(
  queries: Queries,
  projectId: number,
  caseIds: readonly CaseId[],
  { token, sequence }: { readonly token: string; readonly sequence: number },
): Promise<CaseId[]> {
  const rows = await queries.query<{ caseId: CaseId }>(
    `select distinct h.case_id as "caseId" from forms f join case_history h using (project_id, sequence)
     where f.project_id = $1 and f.sequence > $2 and h.case_id = any($3::text[]) and f.sync_token is distinct from $4`,
    [projectId, sequence, caseIds, token],
  );
  return rows.map((row) => row.caseId);
}

/** A form of a case's history. */
export interface HistoryRow {
  /** Who sent it; `''` for the project itself. */
  readonly userId: string;
  /** Milliseconds since 1970; so is `changedAt`. */
  readonly receivedAt: number;
  readonly changedAt: number | undefined;
  readonly xml: string;
}

/** All forms that changed a case, in the order of receipt. */
export async function selectFormsOfCase(
  queries: Queries,
  projectId: number,
  caseId: CaseId,
): Promise<HistoryRow[]> {
  const rows = await queries.query<{
    userId: string;
    receivedAt: Date;
    changedAt: Date | null;
    xml: string;
  }>(
    `select coalesce(f.user_id, '') as "userId", f.received_at as "receivedAt", h.changed_at as "changedAt", f.xml
     from case_history h join forms f using (project_id, sequence)
     where h.project_id = $1 and h.case_id = $2 order by h.sequence`,
    [projectId, caseId],
  );
  return rows.map(({ receivedAt, changedAt, ...row }) => {
    return { ...row, receivedAt: receivedAt.getTime(), changedAt: changedAt?.getTime() };
  });
}

/** Of these cases, those that the user changed later in a form that was received before, but not before `since`. */
export async function selectOvertakenCases(
  queries: Queries,
  { projectId, userId }: { readonly projectId: number; readonly userId: string },
  since: Date,
  changed: readonly { readonly caseId: CaseId; readonly changedAt: number | undefined }[],
): Promise<CaseId[]> {
  if (changed.length === 0) return [];
  const rows = await queries.query<{ caseId: CaseId }>(
    `select distinct h.case_id as "caseId"
     from jsonb_to_recordset($4::jsonb) as c ("caseId" text, "changedAt" double precision)
     join case_history h on h.project_id = $1 and h.case_id = c."caseId"
     join forms f on f.project_id = $1 and f.sequence = h.sequence
     where f.user_id = $2 and f.received_at >= $3 and h.changed_at > to_timestamp(c."changedAt" / 1000.0)`,
    [projectId, userId, since, JSON.stringify(changed)],
  );
  return rows.map((row) => row.caseId);
}

/**
 * Writes the cases as changed by the form with number `sequence`, their indices and their history. `changedAt` says when its
 * user changed each, in milliseconds since 1970.
 */
export async function writeCases(
  queries: Queries,
  projectId: number,
  sequence: number,
  cases: readonly Case[],
  changedAt: ReadonlyMap<CaseId, number>,
): Promise<void> {
  if (cases.length === 0) return;
  const caseIds = cases.map(({ caseId }) => caseId);
  await upsertCases(queries, projectId, sequence, cases);
  await deleteIndices(queries, projectId, caseIds);
  await insertIndices(queries, projectId, cases);
  const history = caseIds.map((caseId) => ({ caseId, changedAt: changedAt.get(caseId) }));
  await insertHistory(queries, projectId, sequence, history);
}

/** Writes cases without their indices and history: what {@link writeCases} begins with, and all of a case that no form made. */
export async function upsertCases(
  queries: Queries,
  projectId: number,
  sequence: number,
  cases: readonly Case[],
): Promise<void> {
  await queries.query(
    `insert into cases (project_id, case_id, case_type, case_name, owner_id, closed, date_opened, last_modified, user_id,
       external_id, category, state, properties, attachments, sequence)
     select $1::bigint, c."caseId", c."caseType", c."caseName", c."ownerId", c.status = 'closed', c."dateOpened", c."lastModified",
       c."userId", c."externalId", c.category, c.state, c.properties, c.attachments, $2::bigint
     from jsonb_to_recordset($3::jsonb) as c ("caseId" text, "caseType" text, "caseName" text, "ownerId" text, status text,
       "dateOpened" text, "lastModified" text, "userId" text, "externalId" text, category text, state text,
       properties jsonb, attachments jsonb)
     on conflict (project_id, case_id) do update set case_type = excluded.case_type, case_name = excluded.case_name,
       owner_id = excluded.owner_id, closed = excluded.closed, date_opened = excluded.date_opened,
       last_modified = excluded.last_modified, user_id = excluded.user_id, external_id = excluded.external_id,
       category = excluded.category, state = excluded.state, properties = excluded.properties,
       attachments = excluded.attachments, sequence = excluded.sequence`,
    [projectId, sequence, JSON.stringify(cases)],
  );
}

async function deleteIndices(
  queries: Queries,
  projectId: number,
  caseIds: readonly CaseId[],
): Promise<void> {
  await queries.query(
    'delete from case_indices where project_id = $1 and case_id = any($2::text[])',
    [projectId, caseIds],
  );
}

async function insertIndices(
  queries: Queries,
  projectId: number,
  cases: readonly Case[],
): Promise<void> {
  const rows = cases.flatMap(({ caseId, indices }) =>
    indices.map((index) => ({ caseId, ...index })),
  );
  if (rows.length === 0) return;
  await queries.query(
    `insert into case_indices (project_id, case_id, name, case_type, target, relationship)
     select $1::bigint, i."caseId", i.name, i."caseType", i.target, i.relationship
     from jsonb_to_recordset($2::jsonb) as i ("caseId" text, name text, "caseType" text, target text, relationship text)`,
    [projectId, JSON.stringify(rows)],
  );
}

async function insertHistory(
  queries: Queries,
  projectId: number,
  sequence: number,
  history: readonly { readonly caseId: CaseId; readonly changedAt: number | undefined }[],
): Promise<void> {
  await queries.query(
    `insert into case_history (project_id, case_id, sequence, changed_at)
     select $1::bigint, h."caseId", $2::bigint, to_timestamp(h."changedAt" / 1000.0)
     from jsonb_to_recordset($3::jsonb) as h ("caseId" text, "changedAt" double precision)`,
    [projectId, sequence, JSON.stringify(history)],
  );
}
