import { applyCaseTransactions } from '../../case/apply-case-transactions.ts';
import { CaseCycleError } from '../../case/case-cycle-error.ts';
import { CaseDatabase } from '../../case/case-database.ts';
import { CaseTransactionError } from '../../case/case-error.ts';
import type { Case, CaseId } from '../../case/case.ts';
import { liveCases } from '../../case/closure.ts';
import type { LinkedCase } from '../../case/case-graph.ts';
import { purge } from '../../case/purge.ts';
import { readCaseTransactions } from '../../case/read-case-transactions.ts';
import type { XmlElement } from '../../xml/xml-element.ts';
import { parseXml } from '../../xml/parse-xml.ts';
import { XmlParseError } from '../../xml/xml-parse-error.ts';
import type { CaseJson } from './case-json.ts';
import { caseDifference } from './case-json.ts';
import { differs, firstDifference } from './compare-values.ts';
import { exactTextDifference } from './exact-texts.ts';
import type { ConformanceLine } from './line-runner.ts';
import { RestoreWorld } from './restore-world.ts';

/** One line of a `cases.jsonl`. */
export type CasesLine = TransactionLine | PurgeLine;

interface TransactionLine extends ConformanceLine {
  readonly kind: 'transaction';
  readonly group: string;
  readonly now: string;
  readonly restore: string;
  readonly submissions: readonly string[];
  /** The state after the restore, then after each submission. */
  readonly steps: readonly {
    readonly cases?: readonly CaseJson[];
    readonly error?: { readonly message: string };
  }[];
  readonly quirk?: string;
}

interface PurgeLine extends ConformanceLine {
  readonly kind: 'purge';
  readonly now: string;
  readonly restore: string;
  readonly owners: readonly string[];
  readonly graph: Readonly<Record<CaseId, GraphCase>>;
  readonly survivors?: readonly CaseId[];
  readonly error?: string;
}

interface GraphCase {
  readonly owner: string;
  readonly open: boolean;
  readonly indices: readonly { name: string; relationship: string; target: string }[];
}

/** Case transactions in order, or what is left of a graph of cases after purging. */
export function runCases(line: CasesLine): string | undefined {
  return line.kind === 'purge' ? runPurge(line) : runTransactions(line);
}

function runTransactions(line: TransactionLine): string | undefined {
  const world = new RestoreWorld(line.restore, line.id, line.now);
  const database = new CaseDatabase(world.database.cases());
  const { userId } = world.user;
  for (const [index, step] of line.steps.entries()) {
    const submission = index === 0 ? undefined : line.submissions[index - 1];
    const before = database.revision;
    const error =
      submission === undefined ? undefined : applied(submission, database, userId, line.now);
    const difference =
      errorDifference(step.error, error, index, line.quirk) ??
      stateDifference(step.error === undefined ? step.cases : undefined, before, database, index);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

/** Applies a form; returns the refusal, a sentence. Anything but a refusal is thrown on. */
function applied(
  submission: string,
  database: CaseDatabase,
  userId: string,
  now: string,
): string | undefined {
  return refusalOf(() => applyForm(parseXml(submission, 'submission'), database, userId, now));
}

/** The reason why `apply` refuses what it is given; `undefined` when it does not. */
export function refusalOf(apply: () => void): string | undefined {
  try {
    apply();
    return undefined;
  } catch (error) {
    if (error instanceof CaseTransactionError || error instanceof XmlParseError)
      return error.message;
    throw error;
  }
}

/** Applies the case blocks of a form exactly as CommCare does, all or nothing. Throws `CaseTransactionError`. */
export function applyForm(
  form: XmlElement,
  database: CaseDatabase,
  userId: string,
  now: string,
): readonly Case[] {
  const changes = applyCaseTransactions((id) => database.get(id), readCaseTransactions(form), {
    mode: 'device',
    userId,
    now,
    strict: true,
  });
  database.commit(changes);
  return changes.map((change) => change.after);
}

function errorDifference(
  expected: { readonly message: string } | undefined,
  actual: string | undefined,
  index: number,
  quirk: string | undefined,
): string | undefined {
  const place = `submission ${index}`;
  if (expected === undefined) {
    return actual === undefined ? undefined : differs(place, 'no error', actual);
  }
  if (actual === undefined) return differs(place, `an error: ${expected.message}`, 'no error');
  return quirk === undefined ? exactTextDifference(expected.message, actual, place) : undefined;
}

/** After an error nothing has changed, whatever the reference engine left behind. */
function stateDifference(
  expected: readonly CaseJson[] | undefined,
  before: number,
  database: CaseDatabase,
  index: number,
): string | undefined {
  if (expected !== undefined) {
    const difference = caseDifference(expected, database.cases(), 'UTC');
    return difference && `step ${index}, ${difference}`;
  }
  return database.revision === before
    ? undefined
    : differs(`step ${index}`, 'no change by a refused form', 'a change');
}

function runPurge(line: PurgeLine): string | undefined {
  const world = new RestoreWorld(line.restore, line.id, line.now);
  const owners = new Set(line.owners);
  const expected = line.error ?? line.survivors?.toSorted();
  const left = survivors([...world.database.cases()], owners);
  return (
    firstDifference(expected, left, 'survivors of the restore') ??
    firstDifference(expected, survivors(graphCases(line), owners), 'survivors of the graph') ??
    (line.error === undefined ? liveDifference(line, owners) : undefined)
  );
}

function survivors(cases: readonly LinkedCase[], owners: ReadonlySet<string>): CaseId[] | string {
  try {
    const gone = new Set(purge(cases, owners));
    const left = cases.map((of) => of.caseId).filter((id) => !gone.has(id));
    return left.toSorted();
  } catch (error) {
    if (error instanceof CaseCycleError) return 'cycle';
    throw error;
  }
}

/** Purging must leave no case that the closure would not have sent. */
function liveDifference(line: PurgeLine, owners: ReadonlySet<string>): string | undefined {
  const live = liveCases(graphCases(line), owners);
  const extra = line.survivors?.find((id) => !live.has(id));
  return extra === undefined ? undefined : differs(`case ${extra}`, 'live', 'not live');
}

function graphCases({ graph }: PurgeLine): LinkedCase[] {
  return Object.entries(graph).map(([caseId, { owner, open, indices }]) => ({
    caseId,
    ownerId: owner,
    status: open ? 'open' : 'closed',
    indices: indices.map((index) => ({ ...index, caseType: 't' })),
  }));
}
