import type { LineResult } from './line-runner.ts';

const ROW = /^\|\s*`?([^|`]+?)`?\s*\|/;
const NO_ID = /^(line|-+|:?-+:?)$/;

/** The ids in the first column of the tables of a Markdown page: the lines that a project answers in its own way. */
export function explainedLines(page: string): ReadonlySet<string> {
  const ids = page.split('\n').map((line) => ROW.exec(line)?.[1] ?? '');
  return new Set(ids.filter((id) => id !== '' && !NO_ID.test(id)));
}

/** What the page says of these results: which failures it does not explain, and which of its lines pass. */
export function explainedReport(
  explained: ReadonlySet<string>,
  results: readonly LineResult[],
): string[] {
  const failed = results.filter(({ passed }) => !passed);
  const open = failed.filter(({ id }) => !explained.has(id)).map(({ id }) => id);
  const stale = results.filter(({ id, passed }) => passed && explained.has(id)).map(({ id }) => id);
  return [
    `${failed.length - open.length} of ${failed.length} failed lines are explained`,
    ...open.map((id) => `  not explained: ${id}`),
    ...stale.map((id) => `  explained, but passes: ${id}`),
  ];
}
