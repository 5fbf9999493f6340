import type { Case, CaseId } from '../../case/case.ts';
import { CASE_COLUMNS, caseOf } from './cases.ts';
import type { CaseRow } from './cases.ts';
import type { Queries } from './database.ts';

/** Whose restore is prepared, for which make of client, and what the device holds: its token, or `''`. */
export interface PreparationKey {
  readonly userId: string;
  readonly audience: string;
  readonly base: string;
}

/** A large restore whose cases are being written out. */
export interface Preparation {
  readonly preparationId: number;
  /** How many cases it has, and of how many somebody is taking or has taken care; `taken` may go beyond `total`. */
  readonly total: number;
  readonly taken: number;
}

/** A case as it stands in a restore; true as long as the case carries this number. */
export interface PreparedCase {
  readonly caseId: CaseId;
  readonly sequence: number;
  readonly block: string;
}

const COLUMNS = 'preparation_id as "preparationId", total, taken';

export async function findPreparation(
  queries: Queries,
  { userId, audience, base }: PreparationKey,
): Promise<Preparation | undefined> {
  const rows = await queries.query<Preparation>(
    `select ${COLUMNS} from restore_preparations
     where user_id = $1 and audience = $2 and base = $3`,
    [userId, audience, base],
  );
  return rows[0];
}

/** Begins a preparation, or returns the one that another request has begun just now. */
export async function insertPreparation(
  queries: Queries,
  { userId, audience, base }: PreparationKey,
  caseIds: readonly CaseId[],
  createdAt: Date,
): Promise<Preparation> {
  const rows = await queries.query<Preparation>(
    `insert into restore_preparations (user_id, audience, base, case_ids, total, created_at)
     values ($1, $2, $3, $4::text[], $5, $6)
     on conflict (user_id, audience, base) do update set created_at = excluded.created_at
     returning ${COLUMNS}`,
    [userId, audience, base, caseIds, caseIds.length, createdAt],
  );
  return rows[0]!;
}

export async function deletePreparationsBefore(queries: Queries, time: Date): Promise<void> {
  await queries.query('delete from restore_preparations where created_at < $1', [time]);
}

export async function selectPreparationIds(
  queries: Queries,
  preparationId: number,
): Promise<readonly CaseId[]> {
  const rows = await queries.query<{ caseIds: CaseId[] }>(
    'select case_ids as "caseIds" from restore_preparations where preparation_id = $1',
    [preparationId],
  );
  return rows[0]?.caseIds ?? [];
}

/** Takes on the next `count` cases, so that nobody else does: their first place in the list; `undefined` when all are taken. */
export async function takeCases(
  queries: Queries,
  preparationId: number,
  count: number,
): Promise<number | undefined> {
  const rows = await queries.query<{ taken: number }>(
    `update restore_preparations set taken = taken + $2 where preparation_id = $1 and taken < total returning taken`,
    [preparationId, count],
  );
  return rows[0] && rows[0].taken - count;
}

/** The cases of those ids, each with the number of the form that changed it last. */
export async function selectNumberedCases(
  queries: Queries,
  projectId: number,
  caseIds: readonly CaseId[],
): Promise<{ readonly of: Case; readonly sequence: number }[]> {
  const rows = await queries.query<CaseRow & { readonly sequence: number }>(
    `select ${CASE_COLUMNS}, c.sequence from cases c where c.project_id = $1 and c.case_id = any($2::text[])`,
    [projectId, caseIds],
  );
  return rows.map(({ sequence, ...row }) => ({ of: caseOf(row), sequence }));
}

/** Does nothing when the preparation is gone. */
export async function insertPreparedCases(
  queries: Queries,
  preparationId: number,
  cases: readonly PreparedCase[],
): Promise<void> {
  await queries.query(
    `with preparation as (select preparation_id from restore_preparations where preparation_id = $1 for key share)
     insert into prepared_cases (preparation_id, case_id, sequence, block)
     select p.preparation_id, c.case_id, c.sequence, c.block
     from preparation p cross join unnest($2::text[], $3::bigint[], $4::text[]) as c (case_id, sequence, block)
     on conflict do nothing`,
    [
      preparationId,
      cases.map(({ caseId }) => caseId),
      cases.map(({ sequence }) => sequence),
      cases.map(({ block }) => block),
    ],
  );
}

/** Of these cases, those that are prepared as they are now. */
export async function selectPreparedCases(
  queries: Queries,
  projectId: number,
  preparationId: number,
  caseIds: readonly CaseId[],
): Promise<Pick<PreparedCase, 'caseId' | 'block'>[]> {
  return queries.query(
    `select p.case_id as "caseId", p.block from prepared_cases p
     join cases c on c.project_id = $1 and c.case_id = p.case_id and c.sequence = p.sequence
     where p.preparation_id = $2 and p.case_id = any($3::text[])`,
    [projectId, preparationId, caseIds],
  );
}
