import { PGlite, types } from '@electric-sql/pglite';
import type { Transaction } from '@electric-sql/pglite';
import { parseBigint } from './database.ts';
import type { Database, Queries } from './database.ts';

/**
 * Opens the embedded PostgreSQL in `folder`, which is made when it is missing; without a folder it lives in memory.
 * It has one connection: statements wait for one another. Hold the folder's lock (`lockDataFolder`) before calling this,
 * because PGlite lets a second process in and rows are lost.
 */
export async function openPGliteDatabase(folder: string | undefined): Promise<Database> {
  const parsers = { [types.INT8]: parseBigint };
  const pglite = await PGlite.create(
    folder === undefined ? { parsers } : { dataDir: folder, parsers },
  );
  return {
    ...queriesOf(pglite),
    transaction: (work) => pglite.transaction((transaction) => work(queriesOf(transaction))),
    close: () => pglite.close(),
  };
}

function queriesOf(source: PGlite | Transaction): Queries {
  return {
    async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
      const result = await source.query<Row>(sql, [...parameters]);
      return result.rows;
    },
    async exec(sql: string): Promise<void> {
      await source.exec(sql);
    },
  };
}
