import { readFileSync, writeFileSync } from 'node:fs';
import { CommandError } from '../command-error.ts';
import type { ConformanceOptions } from './conformance-options.ts';
import { CONFORMANCE_HELP, readConformanceOptions } from './conformance-options.ts';
import { explainedLines, explainedReport } from './explained-lines.ts';
import { findTests } from './find-tests.ts';
import type { LineResult, LineTest } from './line-runner.ts';
import { guardedRun, isLineProcess, runLinesForParent } from './guarded-run.ts';
import type { PassedCounts } from './report.ts';
import { fileReport, passedCounts, setbacks, summary } from './report.ts';

/** The command `caseload conformance`. Throws {@link CommandError}, also when fewer lines pass than recorded. */
export async function conformance(args: readonly string[]): Promise<void> {
  if (isLineProcess()) return runLinesForParent(runLine);
  const options = readConformanceOptions(args);
  if (options === undefined) {
    process.stdout.write(CONFORMANCE_HELP);
    return;
  }
  const results = await runAll(options);
  if (options.json !== undefined) writeJson(options.json, results);
  if (options.record !== undefined) writeJson(options.record, passedCounts(results));
  const fallen = options.against === undefined ? [] : setbacksSince(options.against, results);
  if (options.explained !== undefined) printExplained(options.explained, results);
  for (const sentence of fallen) print(`✗ ${sentence}`);
  print(summary(results));
  if (fallen.length > 0) throw new CommandError('Fewer lines pass than recorded; see above.', 1);
}

async function runAll({
  folder,
  only,
  failures,
  seconds,
}: ConformanceOptions): Promise<LineResult[]> {
  const files = findTests(folder, only);
  if (files.length === 0) {
    const where = only === undefined ? folder : `${folder} that match ${only}`;
    throw new CommandError(
      `There are no test files in ${where}. See: caseload conformance --help`,
      1,
    );
  }
  const all: LineResult[] = [];
  for (const file of files) {
    const results = await guardedRun(file, seconds);
    print(fileReport(file.name, results, failures));
    all.push(...results);
  }
  return all;
}

/** A crash in one line is that line's failure. */
export function runLine({ id, category, run }: LineTest, file: string): LineResult {
  try {
    const reason = run();
    return { id, file, category, passed: reason === undefined, reason: reason ?? '' };
  } catch (error) {
    return { id, file, category, passed: false, reason: crashReason(error) };
  }
}

function crashReason(error: unknown): string {
  if (!(error instanceof Error)) return `threw ${String(error)}`;
  const [place = ''] = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return `threw ${error.name}: ${error.message}\n${place.trim()}`;
}

function setbacksSince(file: string, results: readonly LineResult[]): string[] {
  return setbacks(JSON.parse(readFileSync(file, 'utf8')) as PassedCounts, passedCounts(results));
}

function printExplained(file: string, results: readonly LineResult[]): void {
  const explained = explainedLines(readFileSync(file, 'utf8'));
  for (const sentence of explainedReport(explained, results)) print(sentence);
}

function writeJson(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
