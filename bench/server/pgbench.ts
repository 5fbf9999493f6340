import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Statement } from './bench-server.ts';

/** A form's statements; wherever its id stands in them there is `mark`. */
export interface FormScript {
  readonly statements: readonly Statement[];
  readonly mark: string;
  /** The number that the form got. */
  readonly sequence: unknown;
}

/** Forms a second when PostgreSQL's own pgbench runs the statements of one; `undefined` where it is not installed. */
export async function runPgbench(
  url: string,
  script: FormScript,
  { clients, seconds }: { readonly clients: number; readonly seconds: number },
): Promise<number | undefined> {
  const program = findPgbench();
  if (program === undefined) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'caseload-pgbench-'));
  const file = join(folder, 'form.sql');
  await writeFile(file, textOf(script));
  const args = ['-n', '-c', String(clients), '-j', '2', '-T', String(seconds), '-f', file, url];
  const { stdout } = await promisify(execFile)(program, args);
  await rm(folder, { recursive: true });
  return Number(/^tps = ([\d.]+)/m.exec(stdout)?.[1]);
}

function findPgbench(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(':');
  const known = [...folders.map((folder) => join(folder, 'pgbench')), ...debian()];
  return known.find((path) => existsSync(path));
}

const DEBIAN = '/usr/lib/postgresql';

/** Debian keeps it out of the search path, a folder a version; the newest first. */
function debian(): string[] {
  if (!existsSync(DEBIAN)) return [];
  const versions = readdirSync(DEBIAN).toSorted((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(DEBIAN, version, 'bin/pgbench'));
}

/** One form as pgbench reads it: a statement a line, each form with an id of its own and the number that the project gives it. */
function textOf({ statements, mark, sequence }: FormScript): string {
  const lines = statements.map(([sql, parameters]) => {
    const counts = sql.startsWith('update projects set sequence');
    const text = sql.replaceAll(/\$(\d+)/g, (_, place: string) => {
      const value = parameters[Number(place) - 1];
      return value === sequence && !counts ? ':sequence' : literal(value);
    });
    const line = text.replaceAll(/\s+/g, ' ').replaceAll(mark, 'pgbench-:client_id-:chance');
    return counts ? `${line} \\gset` : `${line};`;
  });
  return ['\\set chance random(1, 1000000000000000)', ...lines, ''].join('\n');
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return quoted(value.toISOString());
  if (Array.isArray(value)) return `array[${value.map(literal).join(', ')}]::text[]`;
  return quoted(String(value));
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
