import { createHash } from 'node:crypto';
import type { Migration } from '../migrations/migration.ts';
import type { Database, Queries } from './database.ts';

/** A database that this program must not run on: what is wrong with its schema and what to do. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

interface AppliedMigration {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

/** An arbitrary number that all Caseload servers agree on: on a shared PostgreSQL only one migrates at a time. */
const MIGRATION_LOCK = 7_205_911;

/**
 * Brings the schema up to date, each step in a transaction of its own, and returns how many steps were applied. Throws
 * MigrationError when an applied step differs from ours, or is unknown because a newer program wrote it.
 */
export async function migrate(
  database: Database,
  migrations: readonly Migration[],
): Promise<number> {
  let count = 0;
  for (const migration of migrations) {
    if (await database.transaction((queries) => applyOnce(queries, migration))) count += 1;
  }
  await refuseUnknown(database, migrations.length);
  return count;
}

/** The step that the schema is at, 0 for an empty database; nothing is changed. Throws MigrationError as {@link migrate}. */
export async function schemaStep(
  queries: Queries,
  migrations: readonly Migration[],
): Promise<number> {
  const [table] = await queries.query<{ there: boolean }>(
    "select to_regclass('schema_migrations') is not null as there",
  );
  if (table?.there !== true) return 0;
  await refuseUnknown(queries, migrations.length);
  let step = 0;
  for (const migration of migrations) {
    const applied = await findApplied(queries, migration.number);
    if (applied === undefined) return step;
    compareChecksum(applied, migration);
    step = migration.number;
  }
  return step;
}

async function applyOnce(queries: Queries, migration: Migration): Promise<boolean> {
  await queries.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
  await createMigrationTable(queries);
  const applied = await findApplied(queries, migration.number);
  if (applied !== undefined) {
    compareChecksum(applied, migration);
    return false;
  }
  await queries.exec(migration.sql);
  await recordApplied(queries, migration);
  return true;
}

async function createMigrationTable(queries: Queries): Promise<void> {
  await queries.exec(`create table if not exists schema_migrations (
    number integer primary key,
    name text not null,
    checksum text not null,
    applied_at timestamptz not null default now()
  )`);
}

async function findApplied(
  queries: Queries,
  number: number,
): Promise<AppliedMigration | undefined> {
  const rows = await queries.query<AppliedMigration>(
    'select number, name, checksum from schema_migrations where number = $1',
    [number],
  );
  return rows[0];
}

function compareChecksum(applied: AppliedMigration, migration: Migration): void {
  if (applied.checksum === checksumOf(migration)) return;
  throw new MigrationError(
    `Step ${migration.number} (${migration.name}) of the database schema differs from the one that was applied as ` +
      `"${applied.name}". Run the program version that made this database, or restore a backup.`,
  );
}

async function recordApplied(queries: Queries, migration: Migration): Promise<void> {
  await queries.query(
    'insert into schema_migrations (number, name, checksum) values ($1, $2, $3)',
    [migration.number, migration.name, checksumOf(migration)],
  );
}

function checksumOf(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex');
}

async function refuseUnknown(queries: Queries, known: number): Promise<void> {
  const rows = await queries.query<{ number: number; name: string }>(
    'select number, name from schema_migrations where number > $1 order by number limit 1',
    [known],
  );
  const [unknown] = rows;
  if (unknown === undefined) return;
  throw new MigrationError(
    `The database was written by a newer version of Caseload (schema step ${unknown.number}, ${unknown.name}); ` +
      `this version knows ${known}. Update the program.`,
  );
}
