import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  changeProject,
  ProjectChangeError,
  readState,
} from '../server/directory/change-project.ts';
import type { Database } from '../server/sql/database.ts';
import { selectLookupRows } from '../server/sql/lookup-tables.ts';
import { changePortions } from '../project/change-portions.ts';
import type { ProjectChange } from '../project/project-change.ts';
import type { Principal } from '../server/auth/credential-check.ts';
import type { FullLookupTable } from '../project/lookup-table.ts';
import type { ImportPlan } from '../sheets/plan-import.ts';
import { kindOfSheet, planImport } from '../sheets/plan-import.ts';
import { readSheets, SheetFileError } from '../sheets/read-sheets.ts';
import type { SheetProblem } from '../sheets/sheet-problem.ts';
import { faultText } from '../sheets/sheet-problem.ts';
import type { Sheet } from '../sheets/sheet.ts';
import { administratorOf, projectNamed } from './acting-administrator.ts';
import { CommandError } from './command-error.ts';
import { DATABASE_HELP, readCommandWords, withDatabase } from './database-options.ts';

const HELP = `caseload import: people, groups, levels, locations and lookup tables from spreadsheets.

Usage: caseload import FILE… [options]

Excel (.xlsx) and CSV files, as the page “Import and export” of the administration writes and explains them. All of it is made,
or nothing; more than 20 passwords follow a few at a time, for each is hashed slowly on purpose. When that is broken off, import
the same file again.

  --dry-run         only say what would be made and changed
  --project DOMAIN  the project (default: the first)
${DATABASE_HELP}`;

/** `caseload import`. */
export async function importCommand(args: readonly string[]): Promise<void> {
  const {
    database: options,
    help,
    values,
    words,
  } = readCommandWords('import', args, {
    'dry-run': { type: 'boolean' },
    project: { type: 'string' },
  });
  if (help) return void process.stdout.write(HELP);
  if (words.length === 0) throw new CommandError('Name a file. See: caseload import --help', 2);
  const sheets = (await Promise.all(words.map(readFileOf))).flat();
  const isDry = values['dry-run'] === true;
  await withDatabase(options, (database) => run(database, values['project'], sheets, isDry));
}

async function readFileOf(file: string): Promise<Sheet[]> {
  try {
    return await readSheets(file, await readFile(file));
  } catch (error) {
    if (error instanceof SheetFileError) throw new CommandError(error.message, 1);
    throw new CommandError(`${file} could not be read: ${(error as Error).message}`, 1);
  }
}

async function run(
  database: Database,
  domain: string | boolean | undefined,
  sheets: readonly Sheet[],
  isDry: boolean,
): Promise<void> {
  const project = await projectNamed(database, domain);
  const plan = await planOf(database, project.projectId, sheets);
  if (plan.problems.length > 0)
    throw new CommandError(plan.problems.map(problemLine).join('\n'), 1);
  process.stdout.write(summary(plan));
  if (isDry || plan.changes.length === 0) return;
  const principal = { user: await administratorOf(database, project), project, actor: undefined };
  try {
    await makeChanges(database, principal, plan.changes);
  } catch (error) {
    if (error instanceof ProjectChangeError) throw new CommandError(error.message, 1);
    throw error;
  }
}

async function makeChanges(
  database: Database,
  principal: Principal,
  changes: readonly ProjectChange[],
): Promise<void> {
  const { first, passwords } = changePortions(changes);
  const make = (portion: readonly ProjectChange[]) =>
    changeProject({ database, now: Date.now }, principal, portion);
  if (first.length > 0) await make(first);
  let made = 0;
  for (const portion of passwords) {
    await make(portion);
    made += portion.length;
    process.stderr.write(`passwords: ${made} of ${passwords.flat().length}\n`);
  }
}

async function planOf(
  database: Database,
  projectId: number,
  sheets: readonly Sheet[],
): Promise<ImportPlan> {
  const state = await readState(database, projectId);
  const tables: FullLookupTable[] = [];
  for (const table of state.tables.filter(({ code }) => sheets.some(({ name }) => name === code)))
    tables.push({ ...table, rows: await selectLookupRows(database, projectId, table.code) });
  const kinds = sheets.map((sheet) => ({ sheet, kind: kindOfSheet(sheet) }));
  return planImport(kinds, state, tables, () => randomUUID().replaceAll('-', ''));
}

function problemLine(problem: SheetProblem): string {
  const { sheet, row, column } = problem;
  const place = column === '' ? `row ${row}` : `row ${row}, ${column}`;
  return `${sheet}, ${place}: ${faultText(problem)}`;
}

function summary({ sheets }: ImportPlan): string {
  const lines = sheets.map(
    ({ name, kind, made, changed, left }) =>
      `${name} (${kind}): ${made.length} new, ${changed.length} changed, ${left} as they are\n`,
  );
  return lines.join('');
}
