import { migrations } from '../migrations/migrations.ts';
import type { Migration } from '../migrations/migration.ts';
import type { Database, Queries } from '../sql/database.ts';
import { migrate } from '../sql/migrate.ts';

/** A backup that cannot be taken in: what is wrong and what to do. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

/** The first line of a backup. */
interface BackupHead {
  readonly caseload: 'backup';
  readonly format: 1;
  /** Number of the last step of the schema that the database had. */
  readonly schema: number;
  /** ISO 8601. */
  readonly takenAt: string;
}

/** So many rows are fetched at once; files are large, so fewer of those, and of apps one: two may be longer than a text can be. */
const BATCH = 200;
const BATCHES: Readonly<Record<string, number>> = { form_attachments: 4, app_versions: 1 };

/** So many characters go into one statement, or one row where it is longer. */
const MOST_CHARACTERS = 4 * 2 ** 20;

/**
 * All of a database as lines of text, one a row: consistent, since it is read as of one moment while others go on writing. Sessions and
 * sync tokens are left out: after a restore everybody signs in and syncs anew.
 */
export async function writeBackup(
  database: Database,
  takenAt: Date,
  write: (lines: string) => Promise<void>,
): Promise<number> {
  return database.transaction(async (queries) => {
    await queries.exec('set transaction isolation level repeatable read, read only');
    const schema = await schemaOf(queries);
    const head: BackupHead = {
      caseload: 'backup',
      format: 1,
      schema,
      takenAt: takenAt.toISOString(),
    };
    await write(`${JSON.stringify(head)}\n`);
    let count = 0;
    for (const table of await tablesOf(queries)) count += await writeTable(queries, table, write);
    // Without this line a backup has been cut short.
    await write(`${JSON.stringify({ end: count })}\n`);
    return count;
  });
}

async function schemaOf(queries: Queries): Promise<number> {
  if (!(await hasTable(queries, 'schema_migrations')))
    throw new BackupError(
      'There is no database of Caseload here: name the right one by DATABASE_URL or --data.',
    );
  const rows = await queries.query<{ number: number }>(
    'select max(number) as number from schema_migrations',
  );
  return rows[0]?.number ?? 0;
}

/** What is not worth keeping. */
const LEFT_OUT = new Set([
  ...['schema_migrations', 'sessions', 'sync_tokens', 'upstream_sessions'],
  ...['restore_preparations', 'prepared_cases'],
]);

/** The tables of the schema, each after those that it refers to. */
async function tablesOf(queries: Queries): Promise<string[]> {
  const names = await queries.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace order by 1`,
  );
  const links = await queries.query<{ name: string; other: string }>(
    `select distinct a.relname as name, b.relname as other from pg_constraint c
     join pg_class a on a.oid = c.conrelid join pg_class b on b.oid = c.confrelid
     where c.contype = 'f' and a.relnamespace = current_schema()::regnamespace and a.oid <> b.oid`,
  );
  const ordered: string[] = [];
  const waiting = new Set(names.map(({ name }) => name));
  while (waiting.size > 0) {
    const ready = [...waiting].filter((name) =>
      links.every((link) => link.name !== name || !waiting.has(link.other)),
    );
    if (ready.length === 0) throw new RangeError(`Tables in a circle: ${[...waiting].join(', ')}`);
    for (const name of ready) waiting.delete(name);
    ordered.push(...ready);
  }
  return ordered.filter((name) => !LEFT_OUT.has(name));
}

/** PostgreSQL itself writes the rows, so nothing is lost on the way through JavaScript's numbers and dates. */
async function writeTable(
  queries: Queries,
  table: string,
  write: (lines: string) => Promise<void>,
): Promise<number> {
  await queries.exec(
    `declare backup_rows no scroll cursor for select row_to_json(t)::text as line from "${table}" t`,
  );
  const batch = BATCHES[table] ?? BATCH;
  let count = 0;
  for (;;) {
    const rows = await queries.query<{ line: string }>(`fetch ${batch} from backup_rows`);
    if (rows.length === 0) break;
    count += rows.length;
    await write(rows.map(({ line }) => `{"table":"${table}","row":${oneLine(line)}}\n`).join(''));
  }
  await queries.exec('close backup_rows');
  return count;
}

/** PostgreSQL leaves these two as they are, and some readers of lines take them for the end of one. */
function oneLine(json: string): string {
  return json.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

/**
 * Takes a backup into an empty database, all of it or nothing, and brings its schema up to date. Returns the number of rows. Throws
 * BackupError for a database that holds anything, and for a backup that is cut short or newer than this program.
 */
export async function restoreBackup(
  database: Database,
  lines: AsyncIterable<string>,
): Promise<number> {
  const reader = new BackupReader(lines);
  const head = await reader.head();
  await refuseUsed(database, head.schema);
  // The rows fit the schema that they were written from; what came later is then done to them.
  await migrate(database, stepsUpTo(head.schema));
  const count = await database.transaction(async (queries) => {
    const restored = await insertAll(queries, reader);
    await restartCounters(queries);
    return restored;
  });
  await migrate(database, migrations);
  return count;
}

function stepsUpTo(schema: number): readonly Migration[] {
  if (schema <= migrations.length) return migrations.slice(0, schema);
  throw new BackupError(
    `The backup comes from a newer version of Caseload (schema step ${schema}, this one knows ${migrations.length}): update the program.`,
  );
}

/** A schema without any project, as a restore that failed leaves it, may be filled. */
async function refuseUsed(queries: Queries, schema: number): Promise<void> {
  if (!(await hasTable(queries, 'schema_migrations'))) return;
  const [used] = (await hasTable(queries, 'projects'))
    ? await queries.query('select 1 from projects limit 1')
    : [];
  if (used !== undefined || (await schemaOf(queries)) > schema)
    throw new BackupError(
      'The database is not empty: restore into a new one, and nothing is mixed up.',
    );
}

async function hasTable(queries: Queries, name: string): Promise<boolean> {
  const [row] = await queries.query<{ there: boolean }>(
    'select to_regclass($1) is not null as there',
    [name],
  );
  return row?.there === true;
}

class BackupReader {
  readonly #lines: AsyncIterator<string>;

  constructor(lines: AsyncIterable<string>) {
    this.#lines = lines[Symbol.asyncIterator]();
  }

  async head(): Promise<BackupHead> {
    const line = await this.next();
    const head = parsed(line ?? '') as Partial<BackupHead> | undefined;
    if (head?.caseload !== 'backup' || head.format !== 1 || typeof head.schema !== 'number')
      throw new BackupError(
        'This file is no backup of Caseload: choose one that “caseload backup” has written.',
      );
    return head as BackupHead;
  }

  async next(): Promise<string | undefined> {
    const { done, value } = await this.#lines.next();
    return done === true ? undefined : value;
  }
}

async function insertAll(queries: Queries, reader: BackupReader): Promise<number> {
  let count = 0;
  let batch: { table: string; rows: string[] } = { table: '', rows: [] };
  let characters = 0;
  const flush = async (table: string) => {
    if (batch.rows.length > 0) await insertRows(queries, batch.table, batch.rows);
    batch = { table, rows: [] };
    characters = 0;
  };
  for (;;) {
    const line = await reader.next();
    if (line === undefined) throw new BackupError('The backup is cut short: its end is missing.');
    const [, table, row] = /^\{"table":"([a-z_]+)","row":(.*)\}$/s.exec(line) ?? [];
    if (table === undefined || row === undefined) {
      await flush('');
      checkEnd(line, count);
      return count;
    }
    const isFull = characters + row.length > MOST_CHARACTERS && !IN_ONE_GO.has(table);
    if (table !== batch.table || isFull) await flush(table);
    batch.rows.push(row);
    characters += row.length;
    count += 1;
  }
}

/** Rows that refer to rows of the same table, in whatever order they come. */
const IN_ONE_GO = new Set(['locations']);

function checkEnd(line: string, count: number): void {
  const end = parsed(line) as { end?: unknown } | undefined;
  if (end?.end !== count)
    throw new BackupError(`The backup is damaged near row ${count}: use another one.`);
}

/** The rows go in as PostgreSQL wrote them, generated ids included. */
async function insertRows(queries: Queries, table: string, rows: readonly string[]): Promise<void> {
  const columns = await columnsOf(queries, table);
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  await queries.query(
    `insert into "${table}" (${names}) overriding system value select ${columns.map(valueOf).join(', ')}
     from json_array_elements($1::json) as each (line), json_populate_record(null::"${table}", each.line) as r`,
    [`[${rows.join(',')}]`],
  );
}

interface Column {
  readonly name: string;
  /** `jsonb not null`. */
  readonly isSolidJson: boolean;
}

async function columnsOf(queries: Queries, table: string): Promise<readonly Column[]> {
  return queries.query<Column>(
    `select attname as name, attnotnull and atttypid = 'jsonb'::regtype as "isSolidJson" from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [`"${table}"`],
  );
}

// JSON's own null, which a row as JSON cannot tell from no value.
function valueOf({ name, isSolidJson }: Column): string {
  return isSolidJson ? `coalesce(r."${name}", 'null'::jsonb)` : `r."${name}"`;
}

/** New ids go on after the highest that came with the backup. */
async function restartCounters(queries: Queries): Promise<void> {
  const columns = await queries.query<{ table: string; column: string }>(
    `select c.relname as "table", a.attname as "column" from pg_attribute a join pg_class c on c.oid = a.attrelid
     where a.attidentity <> '' and c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace`,
  );
  for (const { table, column } of columns) {
    await queries.query(
      `select setval(pg_get_serial_sequence($1, $2), coalesce(max("${column}"), 0) + 1, false) from "${table}"`,
      [`"${table}"`, column],
    );
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
