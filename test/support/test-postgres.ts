import { randomUUID } from 'node:crypto';
import { openPostgresDatabase } from '../../src/server/sql/postgres-database.ts';

/** Address of a PostgreSQL server for tests, when the surroundings name one. */
export const postgresUrl = process.env['CASELOAD_TEST_DATABASE_URL'] || undefined;

/** An empty database of a test's own. */
export interface OwnDatabase {
  readonly url: string;
  /** Once nobody is connected any more. */
  readonly drop: () => Promise<void>;
}

/** Makes a database on the server at `serverUrl`. */
export async function createOwnDatabase(serverUrl: string): Promise<OwnDatabase> {
  const name = `caseload_test_${randomUUID().replaceAll('-', '')}`;
  await run(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(serverUrl, `drop database ${name}`) };
}

async function run(serverUrl: string, sql: string): Promise<void> {
  const server = openPostgresDatabase(serverUrl);
  try {
    await server.exec(sql);
  } finally {
    await server.close();
  }
}
