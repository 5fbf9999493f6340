import type { LineResult } from './line-runner.ts';

/** Passed and failed of some lines. */
interface Tally {
  passed: number;
  failed: number;
}

/** The table of one file, by category, and its first failures. */
export function fileReport(file: string, results: readonly LineResult[], failures: number): string {
  const total = tally(results);
  const lines = [`${file}: ${total.passed} passed, ${total.failed} failed`];
  const byCategory = groupBy(results, (result) => result.category);
  for (const [category, some] of byCategory) {
    const { passed, failed } = tally(some);
    if (failed > 0)
      lines.push(`  ${category.padEnd(32)} ${count(passed)} passed ${count(failed)} failed`);
  }
  for (const { id, reason } of results.filter(({ passed }) => !passed).slice(0, failures)) {
    lines.push(`  ✗ ${id}`, `      ${reason.replaceAll('\n', '\n      ')}`);
  }
  return lines.join('\n');
}

/** The closing line. */
export function summary(results: readonly LineResult[]): string {
  const { passed, failed } = tally(results);
  return `${passed} passed, ${failed} failed`;
}

/** Passed lines by file: what a later run is held against. */
export type PassedCounts = Readonly<Record<string, number>>;

export function passedCounts(results: readonly LineResult[]): PassedCounts {
  const byFile = groupBy(results, (result) => result.file);
  return Object.fromEntries([...byFile].map(([file, some]) => [file, tally(some).passed]));
}

/** The files in which fewer lines passed than recorded, each as a sentence; a file that was not run is passed over. */
export function setbacks(recorded: PassedCounts, now: PassedCounts): string[] {
  return Object.entries(now).flatMap(([file, passed]) => {
    const before = recorded[file] ?? 0;
    return passed < before ? [`${file}: ${passed} passed, ${before} had passed before`] : [];
  });
}

function tally(results: readonly LineResult[]): Tally {
  const total: Tally = { passed: 0, failed: 0 };
  for (const { passed } of results) total[passed ? 'passed' : 'failed'] += 1;
  return total;
}

function count(value: number): string {
  return String(value).padStart(6);
}

function groupBy(
  results: readonly LineResult[],
  keyOf: (result: LineResult) => string,
): Map<string, LineResult[]> {
  const groups = new Map<string, LineResult[]>();
  for (const result of results) {
    const group = groups.get(keyOf(result));
    if (group === undefined) groups.set(keyOf(result), [result]);
    else group.push(result);
  }
  return groups;
}
