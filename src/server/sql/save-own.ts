import { DirectoryChangeError } from '../../case/ownership/directory-change.ts';
import type { Queries } from './database.ts';

/**
 * Runs a statement that returns a row when it has saved one under the id that is its first parameter. Throws
 * DirectoryChangeError when it has not, because another project uses that id already.
 */
export async function saveOwn(
  queries: Queries,
  sql: string,
  parameters: readonly unknown[],
): Promise<void> {
  const rows = await queries.query(sql, parameters);
  if (rows.length > 0) return;
  throw new DirectoryChangeError(`The id ${String(parameters[0])} is in use: choose another one.`);
}
