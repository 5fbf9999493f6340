import { DirectoryChangeError } from '../../case/ownership/directory-change.ts';
import type { Queries } from './database.ts';

/** An id that something of another project has. */
export class IdInUseError extends DirectoryChangeError {
  constructor(readonly id: string) {
    super(`The id ${id} is in use: choose another one.`);
  }
}

/**
 * Runs a statement on the project `$1` and the rows `$2` (jsonb) that returns the `id` of each row that it has saved. Throws
 * IdInUseError when it has not saved one, because another project uses its id already.
 */
export async function saveOwn<Row>(
  queries: Queries,
  sql: string,
  projectId: number,
  rows: readonly Row[],
  idOf: (row: Row) => string,
): Promise<void> {
  if (rows.length === 0) return;
  const saved = await queries.query<{ id: string }>(sql, [projectId, JSON.stringify(rows)]);
  const ids = new Set(saved.map(({ id }) => id));
  const other = rows.map(idOf).find((id) => !ids.has(id));
  if (other !== undefined) throw new IdInUseError(other);
}
