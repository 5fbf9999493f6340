import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import { once } from 'node:events';
import { finished, pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { BackupError, restoreBackup, writeBackup } from '../server/backup/backup.ts';
import { openUnmigrated } from '../server/sql/open-database.ts';
import { CommandError } from './command-error.ts';
import { DATABASE_HELP, readCommandWords, withDatabase } from './database-options.ts';

const BACKUP_HELP = `caseload backup: all of a database in one file, as of one moment.

Usage: caseload backup FILE [options]

With PostgreSQL it may run while servers run. The embedded database belongs to one process: stop the server first.
The file is compressed text; it holds cases and password hashes, so keep it as safe as the database.

${DATABASE_HELP}`;

const RESTORE_HELP = `caseload restore-backup: takes a backup into an empty database.

Usage: caseload restore-backup FILE [options]

All of it or nothing. A backup of an older version is brought up to date. Everybody has to sign in again.

${DATABASE_HELP}`;

/** `caseload backup`. */
export async function backup(args: readonly string[]): Promise<void> {
  const { database: options, help, words } = readCommandWords('backup', args);
  if (help) return void process.stdout.write(BACKUP_HELP);
  const file = onlyFile('backup', words);
  const { databaseUrl, data } = options;
  if (databaseUrl === undefined && !existsSync(data))
    throw new CommandError(`${data}: there is no such folder. Name the database’s by --data.`, 1);
  // As it is: a backup before an update has to be one that the version before can read.
  const rows = await withDatabase(
    options,
    (database) => writeFile(file, (write) => writeBackup(database, new Date(), write)),
    () => openUnmigrated(databaseUrl, data),
  );
  process.stdout.write(`${rows} rows are in ${file}.\n`);
}

/** Writes beside the file first: a backup that was cut short never takes the place of one that was not. */
async function writeFile<Result>(
  file: string,
  fill: (write: (text: string) => Promise<void>) => Promise<Result>,
): Promise<Result> {
  const draft = `${file}.part`;
  const text = new PassThrough();
  const written = pipeline(text, createGzip(), createWriteStream(draft, { mode: 0o600 }));
  try {
    const filled = fill(async (lines) => {
      if (!text.write(lines)) await Promise.race([once(text, 'drain'), written]);
    });
    const [result] = await Promise.all([filled.finally(() => text.end()), written]);
    await rename(draft, file);
    return result;
  } catch (error) {
    await rm(draft, { force: true });
    throw fileError(file, error);
  }
}

/** `caseload restore-backup`. */
export async function restoreBackupCommand(args: readonly string[]): Promise<void> {
  const { database: options, help, words } = readCommandWords('restore-backup', args);
  if (help) return void process.stdout.write(RESTORE_HELP);
  const file = onlyFile('restore-backup', words);
  try {
    const rows = await withDatabase(
      options,
      (database) => restoreBackup(database, linesOf(file)),
      () => openUnmigrated(options.databaseUrl, options.data),
    );
    process.stdout.write(`${rows} rows were restored from ${file}.\n`);
  } catch (error) {
    throw fileError(file, error);
  }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const text = source.pipe(createGunzip());
  source.on('error', (error) => text.destroy(error));
  const lines = createInterface({ input: text, crlfDelay: Infinity });
  for await (const line of lines) yield line;
  await finished(text);
}

function onlyFile(command: string, [file, ...others]: readonly string[]): string {
  if (file !== undefined && others.length === 0) return file;
  throw new CommandError(`Name one file. See: caseload ${command} --help`, 2);
}

function fileError(file: string, error: unknown): unknown {
  if (error instanceof BackupError) return new CommandError(`${file}: ${error.message}`, 1);
  const { code, message } = error as NodeJS.ErrnoException;
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file or folder',
    EACCES: 'it may not be used by this user',
    EISDIR: 'it is a folder',
    ENOSPC: 'the disk is full',
    Z_BUF_ERROR: 'it is cut short: use another backup',
    Z_DATA_ERROR: 'it is no backup, or damaged: use another one',
  };
  const reason = reasons[code ?? ''];
  return reason === undefined || message === undefined
    ? error
    : new CommandError(`${file}: ${reason}.`, 1);
}
