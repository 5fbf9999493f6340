import type { Divergence } from '../../replay/play/divergence.ts';
import type { Played } from './played.ts';
import type { ReporterName } from './replay-options.ts';

/** Turns what was played into the text that is printed. */
export type Reporter = (played: readonly Played[]) => string;

export const reporters: { readonly [K in ReporterName]: Reporter } = {
  pretty,
  tap,
  junit,
  json,
  github,
};

function pretty(played: readonly Played[]): string {
  const parts = played.map((each) => `${MARK[each.outcome]} ${each.title}${told(each)}`);
  const count = (outcome: Played['outcome']) =>
    played.filter((each) => each.outcome === outcome).length;
  const failed = count('failed') === 0 ? '' : `, ${count('failed')} could not be played`;
  const sum = `${count('same')} as recorded, ${count('differs')} differ${failed}`;
  return `${[...parts, '', sum].join('\n')}\n`;
}

const MARK = { same: '✓', differs: '✗', failed: '!' } as const;

function told(played: Played): string {
  const rows = [...faultRows(played), ...played.warnings.map((warning) => `warning: ${warning}`)];
  return rows.map((row) => `\n  ${row}`).join('');
}

/** What went wrong, line by line; empty when nothing did. */
function faultRows({ divergence, problems }: Played): string[] {
  if (divergence !== undefined) return divergenceRows(divergence);
  return problems.map(({ file, line, message, remedy }) =>
    `${line === 0 ? file : `${file}:${line}`}: ${message} ${remedy}`.trim(),
  );
}

function divergenceRows({ place, subject, expected, actual, why }: Divergence): string[] {
  const { label, path } = subject;
  const about = [label === '' ? '' : `“${label}”`, path].filter((part) => part !== '').join(' ');
  return [
    `${place.file}:${place.line}${about === '' ? '' : ` ${about}`}`,
    `expected ${expected}`,
    `but ${actual}`,
    ...why.map((reason) => `  ${reason}`),
  ];
}

/** Test Anything Protocol, version 14. */
function tap(played: readonly Played[]): string {
  const tests = played.map((each, index) => {
    const ok = each.outcome === 'same' ? 'ok' : 'not ok';
    const title = each.title.replaceAll(/[#\\]/g, '\\$&');
    const rows = faultRows(each).map((row) => `\n# ${row}`);
    return `${ok} ${index + 1} - ${title}${rows.join('')}`;
  });
  return `${['TAP version 14', `1..${played.length}`, ...tests].join('\n')}\n`;
}

/** The XML that continuous integration servers read. */
function junit(played: readonly Played[]): string {
  const cases = played.map((each) => {
    const { title, file, milliseconds } = each;
    const attributes = `name="${escaped(title)}" classname="${escaped(file)}" time="${milliseconds / 1000}"`;
    const rows = faultRows(each);
    if (rows.length === 0) return `  <testcase ${attributes}/>`;
    const tag = each.outcome === 'failed' ? 'error' : 'failure';
    const message = escaped(rows.slice(1, 3).join(', ') || (rows[0] ?? ''));
    return `  <testcase ${attributes}><${tag} message="${message}">${escaped(rows.join('\n'))}</${tag}></testcase>`;
  });
  const count = (outcome: Played['outcome']) =>
    played.filter((each) => each.outcome === outcome).length;
  const sums = `tests="${played.length}" failures="${count('differs')}" errors="${count('failed')}"`;
  const rows = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuite name="caseload replay" ${sums}>`,
  ];
  return `${[...rows, ...cases, '</testsuite>'].join('\n')}\n`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}

function json(played: readonly Played[]): string {
  const results = played.map(({ divergence, ...rest }) => ({
    ...rest,
    divergence: divergence && {
      place: divergence.place,
      subject: divergence.subject,
      expected: divergence.expected,
      actual: divergence.actual,
      why: divergence.why,
    },
  }));
  return `${JSON.stringify(results, null, 2)}\n`;
}

/** Workflow commands that GitHub shows at the line. */
function github(played: readonly Played[]): string {
  const annotations = played.flatMap((each) => {
    const place = each.divergence?.place ?? each.problems[0] ?? { file: each.file, line: 1 };
    const rows = faultRows(each);
    const warnings = each.warnings.map(
      (row) => `::warning file=${each.file},line=1::${command(row)}`,
    );
    if (rows.length === 0) return warnings;
    const message = command([each.title, ...rows].join('\n'));
    return [`::error file=${place.file},line=${Math.max(1, place.line)}::${message}`, ...warnings];
  });
  return [...annotations, pretty(played)].join('\n');
}

function command(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
