import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { DataFolderLockedError } from '../server/sql/data-folder-lock.ts';
import type { Database } from '../server/sql/database.ts';
import { MigrationError } from '../server/sql/migrate.ts';
import { openDatabase } from '../server/sql/open-database.ts';
import { CommandError } from './command-error.ts';

/** What every help text says about where the data lies. */
export const DATABASE_HELP = `  --data FOLDER     where the embedded database lies (default: data)
  --help            show this

Environment:
  DATABASE_URL      use this PostgreSQL (postgres://user:password@host/database) instead of the embedded one
`;

/** Where a command finds its database. */
export interface DatabaseOptions {
  readonly data: string;
  readonly databaseUrl: string | undefined;
}

/** Reads the words after a command: its own options, `--data` and `--help`. Throws CommandError with exit code 2. */
export function readCommandWords(
  command: string,
  args: readonly string[],
  own: NonNullable<ParseArgsConfig['options']> = {},
) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...own, data: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
    const { data, help, ...others } = values as Record<string, string | boolean | undefined>;
    const database: DatabaseOptions = {
      data: typeof data === 'string' ? data : 'data',
      databaseUrl: process.env['DATABASE_URL'] || undefined,
    };
    return { database, help: help === true, values: others, words: positionals };
  } catch (error) {
    throw new CommandError(`${firstLine(error)} See: caseload ${command} --help`, 2);
  }
}

function firstLine(error: unknown): string {
  const [sentence] = (error as Error).message.split(/(?<=['"a-z])\. /);
  return `${sentence!.replace(/\.$/, '')}.`;
}

/** Does something with the database, its schema up to date, and closes it. */
export async function withDatabase<Result>(
  options: DatabaseOptions,
  work: (database: Database) => Promise<Result>,
  open = () => openDatabase(options.databaseUrl, options.data),
): Promise<Result> {
  const database = await openOrExplain(options, open);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** Opens the database, or says what keeps it from being opened. Throws CommandError. */
export async function openOrExplain(
  options: DatabaseOptions,
  open = () => openDatabase(options.databaseUrl, options.data),
): Promise<Database> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof DataFolderLockedError || error instanceof MigrationError)
      throw new CommandError(error.message, 1);
    if (options.databaseUrl === undefined) throw error;
    const reason = (error as Error).message || (error as { code?: string }).code;
    throw new CommandError(`The PostgreSQL of DATABASE_URL cannot be used: ${reason}`, 1);
  }
}
