import type { Database } from '../../../src/server/sql/database.ts';
import { caseIdOf, SHARED_CASE, wordOf } from './crash-form.ts';
import type { CrashForm } from './crash-form.ts';
import type { CrashLoad } from './crash-load.ts';

/** What a database holds of a load, read without any code of the server's. */
interface Stored {
  /** Sequence numbers by instanceID. */
  readonly forms: ReadonlyMap<string, readonly number[]>;
  readonly cases: ReadonlySet<string>;
  /** `case/target`. */
  readonly indices: ReadonlySet<string>;
  /** `sequence/case`. */
  readonly history: ReadonlySet<string>;
  /** `sequence/name`. */
  readonly files: ReadonlySet<string>;
  readonly shared: Readonly<Record<string, string>>;
}

/** What is wrong with a database after a crash: forms that are lost, doubled or half applied. Empty when all is well. */
export async function checkForms(database: Database, load: CrashLoad): Promise<string[]> {
  const stored = await read(database);
  const problems = [...load.sent.values()].flatMap((form) => problemsOf(form, stored, load));
  const strangers = [...stored.forms.keys()].filter((id) => !load.sent.has(id));
  // The one that made the shared case is the only other form.
  if (strangers.length !== 1) problems.push(`${strangers.length} forms that nobody sent`);
  const known = new Set([...load.sent.values()].map(caseIdOf));
  for (const id of stored.cases) {
    if (id !== SHARED_CASE && !known.has(id)) problems.push(`the case ${id} that nobody sent`);
  }
  return [...problems, ...load.surprises];
}

function problemsOf(form: CrashForm, stored: Stored, load: CrashLoad): string[] {
  const name = `form ${form.worker}/${form.number}`;
  const sequences = stored.forms.get(form.instanceId) ?? [];
  if (sequences.length > 1) return [`${name} is there ${sequences.length} times`];
  const traces = tracesOf(form, sequences[0], stored);
  if (sequences.length === 1)
    return traces.missing.map((what) => `${name} is there without ${what}`);
  const lost = load.acknowledged.has(form.instanceId)
    ? [`${name} was acknowledged and is lost`]
    : [];
  return [...lost, ...traces.found.map((what) => `${name} is not there, but ${what} is`)];
}

/** Each thing that a form does, and whether it is to be seen. */
function tracesOf(form: CrashForm, sequence: number | undefined, stored: Stored) {
  const id = caseIdOf(form);
  const parent = form.number === 0 ? SHARED_CASE : caseIdOf({ ...form, number: form.number - 1 });
  const said = Number(stored.shared[wordOf(form.worker)] ?? -1);
  const traces: readonly (readonly [string, boolean])[] = [
    ['its case', stored.cases.has(id)],
    ['its index', stored.indices.has(`${id}/${parent}`)],
    ['its word in the shared case', said >= form.number],
    ...(sequence === undefined ? [] : historyOf(form, sequence, stored)),
  ];
  const named = (isThere: boolean) =>
    traces.filter(([, is]) => is === isThere).map(([what]) => what);
  return { missing: named(false), found: named(true) };
}

function historyOf(form: CrashForm, sequence: number, { history, files }: Stored) {
  const id = caseIdOf(form);
  return [
    ['its history', history.has(`${sequence}/${id}`)],
    ['the history of the shared case', history.has(`${sequence}/${SHARED_CASE}`)],
    ['its file', form.file === undefined || files.has(`${sequence}/${form.file}`)],
  ] as const;
}

async function read(database: Database): Promise<Stored> {
  const keys = async (sql: string) =>
    new Set((await database.query<{ key: string }>(sql)).map(({ key }) => key));
  const forms = new Map<string, number[]>();
  const rows = await database.query<{ id: string; sequence: number }>(
    'select instance_id as id, sequence from forms',
  );
  for (const { id, sequence } of rows) forms.set(id, [...(forms.get(id) ?? []), sequence]);
  const [shared] = await database.query<{ properties: Record<string, string> }>(
    `select properties from cases where case_id = '${SHARED_CASE}'`,
  );
  return {
    forms,
    cases: await keys(`select case_id as key from cases where case_type = 'visit'`),
    indices: await keys(`select case_id || '/' || target as key from case_indices`),
    history: await keys(`select sequence || '/' || case_id as key from case_history`),
    files: await keys(`select sequence || '/' || name as key from form_attachments`),
    shared: shared!.properties,
  };
}
