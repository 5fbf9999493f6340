import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { migrations } from '../../src/server/migrations/migrations.ts';
import type { Database } from '../../src/server/sql/database.ts';
import { migrate } from '../../src/server/sql/migrate.ts';
import { openPGliteDatabase } from '../../src/server/sql/pglite-database.ts';
import { openPostgresDatabase } from '../../src/server/sql/postgres-database.ts';
import { createOwnDatabase, postgresUrl } from '../support/test-postgres.ts';

/** The databases that the suites run on: the embedded one, and a real PostgreSQL when the environment names one. */
export const databaseKinds: readonly { name: string; open: () => Promise<Database> }[] = [
  { name: 'PGlite', open: openEmbedded },
  ...(postgresUrl === undefined ? [] : [{ name: 'PostgreSQL', open: openOnServer }]),
];

/** A database of its own with the current schema. */
export async function openTestDatabase(open: () => Promise<Database>): Promise<Database> {
  const database = await open();
  await migrate(database, migrations);
  return database;
}

async function openEmbedded(): Promise<Database> {
  const folder = await mkdtemp(join(tmpdir(), 'caseload-test-'));
  await copyEmptyDatabase(folder);
  const database = await openPGliteDatabase(folder);
  const close = async (): Promise<void> => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { ...database, close };
}

/** Puts an initialised empty PGlite database into `folder`. */
export async function copyEmptyDatabase(folder: string): Promise<void> {
  await cp(await templateFolder(), folder, { recursive: true });
}

/** An initialised empty database, made once and copied: initialising takes seconds. */
async function templateFolder(): Promise<string> {
  const template = resolve('.cache/pglite-template');
  if (existsSync(template)) return template;
  await mkdir(resolve('.cache'), { recursive: true });
  const draft = await mkdtemp(`${template}-`);
  await (await openPGliteDatabase(draft)).close();
  // Another test process may have been faster; then its template is as good as ours.
  await rename(draft, template).catch(() => rm(draft, { recursive: true, force: true }));
  return template;
}

async function openOnServer(): Promise<Database> {
  const own = await createOwnDatabase(postgresUrl ?? '');
  const database = openPostgresDatabase(own.url);
  const close = async (): Promise<void> => {
    await database.close();
    await own.drop();
  };
  return { ...database, close };
}
