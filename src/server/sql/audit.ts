import type { Queries } from './database.ts';

/** One change of the directory: who made it, when, and the rows that it concerned as they were and as they are. */
export interface AuditEntry {
  readonly at: Date;
  readonly userId: string;
  /** The change as it was asked for, without passwords. */
  readonly change: unknown;
  readonly before: unknown;
  readonly after: unknown;
}

export function insertAuditEntry(
  queries: Queries,
  projectId: number,
  entry: AuditEntry,
): Promise<void> {
  return insertAuditEntries(queries, projectId, [entry]);
}

/** They are numbered in their order. A `null` comes out of the record set as SQL's, which says less than JSON's. */
export async function insertAuditEntries(
  queries: Queries,
  projectId: number,
  entries: readonly AuditEntry[],
): Promise<void> {
  const numbered = entries.map((entry, place) => ({ ...entry, place }));
  await queries.query(
    `insert into audit (project_id, at, user_id, change, before, after)
     select $1::bigint, r.at, r."userId", r.change, coalesce(r.before, 'null'), coalesce(r.after, 'null')
     from jsonb_to_recordset($2::jsonb) as r (place integer, at timestamptz, "userId" text, change jsonb, before jsonb, after jsonb)
     order by r.place`,
    [projectId, JSON.stringify(numbered)],
  );
}

/** The newest entries, or those older than the entry `before`; newest first. */
export function selectAudit(
  queries: Queries,
  projectId: number,
  { before, limit }: { readonly before: number | undefined; readonly limit: number },
): Promise<(AuditEntry & { readonly entry: number; readonly username: string })[]> {
  return queries.query(
    `select a.entry, a.at, a.user_id as "userId", u.username, a.change, a.before, a.after
     from audit a join users u using (user_id)
     where a.project_id = $1 and ($2::bigint is null or a.entry < $2) order by a.entry desc limit $3`,
    [projectId, before ?? null, limit],
  );
}
