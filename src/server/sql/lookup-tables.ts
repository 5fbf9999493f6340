import type { LookupRow, LookupTable } from '../../project/lookup-table.ts';
import type { Queries } from './database.ts';

/** The tables of a project without their rows, in order of code. */
export function selectLookupTables(queries: Queries, projectId: number): Promise<LookupTable[]> {
  return queries.query(
    `select code, for_everybody as "forEverybody", columns from lookup_tables where project_id = $1 order by code`,
    [projectId],
  );
}

/** All rows of a table, in their order. */
export function selectLookupRows(
  queries: Queries,
  projectId: number,
  code: string,
): Promise<LookupRow[]> {
  return queries.query(
    'select cells as "values", owners from lookup_rows where project_id = $1 and code = $2 order by position',
    [projectId, code],
  );
}

/** The rows of all tables that are for everybody or for one of these owners, in their order. */
export function selectRowsFor(
  queries: Queries,
  projectId: number,
  ownerIds: readonly string[],
): Promise<(Pick<LookupRow, 'values'> & { readonly code: string })[]> {
  return queries.query(
    `select r.code, r.cells as "values" from lookup_rows r join lookup_tables t using (project_id, code)
     where project_id = $1 and (t.for_everybody or r.owners && $2::text[]) order by r.code, r.position`,
    [projectId, ownerIds],
  );
}

/** Cells of columns that the table has no longer go with them. */
export async function saveLookupTable(
  queries: Queries,
  projectId: number,
  { code, forEverybody, columns }: LookupTable,
): Promise<void> {
  await queries.query(
    `insert into lookup_tables (project_id, code, for_everybody, columns) values ($1, $2, $3, $4::jsonb)
     on conflict (project_id, code) do update set for_everybody = excluded.for_everybody, columns = excluded.columns`,
    [projectId, code, forEverybody, JSON.stringify(columns)],
  );
  await queries.query(
    `update lookup_rows set cells = (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(cells) where key = any($3::text[]))
     where project_id = $1 and code = $2 and exists (select 1 from jsonb_object_keys(cells) as key where key <> all($3::text[]))`,
    [projectId, code, columns.map(({ name }) => name)],
  );
}

export async function deleteLookupTable(
  queries: Queries,
  projectId: number,
  code: string,
): Promise<void> {
  await queries.query('delete from lookup_tables where project_id = $1 and code = $2', [
    projectId,
    code,
  ]);
}

/** Writes all rows of a table, in place of those that it had. */
export async function replaceLookupRows(
  queries: Queries,
  projectId: number,
  code: string,
  rows: readonly LookupRow[],
): Promise<void> {
  await queries.query('delete from lookup_rows where project_id = $1 and code = $2', [
    projectId,
    code,
  ]);
  const numbered = rows.map((row, position) => ({ ...row, position }));
  await queries.query(
    `insert into lookup_rows (project_id, code, position, cells, owners)
     select $1::bigint, $2::text, r.position, r."values", r.owners
     from jsonb_to_recordset($3::jsonb) as r (position integer, "values" jsonb, owners text[])`,
    [projectId, code, JSON.stringify(numbered)],
  );
}
