import { Pool, types } from 'pg';
import type { PoolClient } from 'pg';
import { parseBigint } from './database.ts';
import type { Database, Queries } from './database.ts';

const INT8 = 20;

/** A pool of connections to the PostgreSQL at `url` (`postgres://user:password@host/database`). Connects when first used. */
export function openPostgresDatabase(url: string): Database {
  const pool = new Pool({ connectionString: url, max: 10, types: { getTypeParser } });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  return {
    ...queriesOf(pool),
    connections: () => ({
      idle: pool.idleCount,
      busy: pool.totalCount - pool.idleCount,
      waiting: pool.waitingCount,
    }),
    transaction: (work) => inTransaction(pool, work),
    close: () => pool.end(),
  };
}

const getTypeParser = ((id: number, format: 'text' | 'binary') =>
  id === INT8 && format !== 'binary'
    ? parseBigint
    : types.getTypeParser(id, format as 'text')) as typeof types.getTypeParser;

function queriesOf(source: Pool | PoolClient): Queries {
  return {
    async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
      const result = await source.query(sql, [...parameters]);
      return result.rows as Row[];
    },
    async exec(sql: string): Promise<void> {
      await source.query(sql);
    },
  };
}

async function inTransaction<Result>(
  pool: Pool,
  work: (queries: Queries) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(queriesOf(client));
    await client.query('commit');
    return result;
  } catch (error) {
    broken = await rollBack(client);
    throw error;
  } finally {
    client.release(broken);
  }
}

/** The error of a connection that cannot even roll back: the pool then drops it. */
async function rollBack(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback');
    return undefined;
  } catch (error) {
    return error as Error;
  }
}
