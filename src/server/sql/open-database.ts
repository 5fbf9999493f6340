import { join } from 'node:path';
import { migrations } from '../migrations/migrations.ts';
import type { Database } from './database.ts';
import { lockDataFolder } from './data-folder-lock.ts';
import { migrate } from './migrate.ts';
import { openPGliteDatabase } from './pglite-database.ts';
import { openPostgresDatabase } from './postgres-database.ts';

/**
 * The project server's database with an up-to-date schema: the PostgreSQL at `databaseUrl` when there is one, else the
 * embedded one in `dataFolder`, which stays locked for this process until `close`.
 */
export async function openDatabase(
  databaseUrl: string | undefined,
  dataFolder: string,
): Promise<Database> {
  const database = await openUnmigrated(databaseUrl, dataFolder);
  try {
    await migrate(database, migrations);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The same database with the schema that it has, or none: for what looks after the schema itself. */
export async function openUnmigrated(
  databaseUrl: string | undefined,
  dataFolder: string,
): Promise<Database> {
  return databaseUrl === undefined
    ? openLockedFolder(dataFolder)
    : openPostgresDatabase(databaseUrl);
}

async function openLockedFolder(dataFolder: string): Promise<Database> {
  const lock = await lockDataFolder(dataFolder);
  try {
    const database = await openPGliteDatabase(join(dataFolder, 'database'));
    return { ...database, close: () => database.close().finally(() => lock.release()) };
  } catch (error) {
    await lock.release();
    throw error;
  }
}
