import type { EngineBrowser } from './engine-pages.ts';
import type { FormKind } from './generated-forms.ts';
import type { Effort } from './measure-form.ts';
import { measureForms } from './measure-form.ts';
import { growthExponent } from './statistics.ts';
import { markdownTable, milliseconds } from './table.ts';

const SIZES = [1000, 2000, 4000, 8000];

/** What is done, and with what its cost may grow: with the size of the form, or not at all. */
const MEASURED: readonly { kind: FormKind; what: string; growsWith: 'size' | 'nothing' }[] = [
  { kind: 'flat', what: 'load', growsWith: 'size' },
  { kind: 'chain', what: 'load', growsWith: 'size' },
  { kind: 'fanout', what: 'load', growsWith: 'size' },
  { kind: 'repeats', what: 'load', growsWith: 'size' },
  { kind: 'itemset', what: 'load', growsWith: 'size' },
  { kind: 'chain', what: 'answer', growsWith: 'size' },
  { kind: 'fanout', what: 'answer', growsWith: 'size' },
  { kind: 'repeats', what: 'add', growsWith: 'size' },
  { kind: 'flat', what: 'answer', growsWith: 'nothing' },
  { kind: 'itemset', what: 'cascade', growsWith: 'nothing' },
];

/** Milliseconds: what is shorter than a page's clock can tell is as long as that. */
const CLOCK_STEP = 0.01;

/** Where the exponent of growth may lie: noise and caches bend a line a little. */
const MOST_EXPONENT = { size: 1.2, nothing: 0.3 } as const;

/** How the cost of one thing grows: its least time for each size, in milliseconds, and the exponent of growth. */
export interface Growth {
  readonly kind: FormKind;
  readonly what: string;
  readonly growsWith: 'size' | 'nothing';
  readonly times: readonly number[];
  readonly exponent: number;
  readonly reached: boolean;
}

/** Measures all rows in our engine. */
export async function growthRows(browser: EngineBrowser, effort: Effort): Promise<Growth[]> {
  const times = new Map<string, number[]>();
  for (const kind of new Set(MEASURED.map((row) => row.kind))) {
    const subjects = SIZES.map((size) => ({ browser, kind, size }));
    for (const measured of await measureForms(subjects, effort)) {
      for (const [what, samples] of Object.entries(measured.times)) {
        const key = `${kind} ${what}`;
        // What else the machine does only ever adds: the least is nearest to the cost.
        times.set(key, [...(times.get(key) ?? []), Math.max(CLOCK_STEP, Math.min(...samples))]);
      }
    }
    console.error(`growth of ${kind} done`);
  }
  return MEASURED.map((row) => growthOf(row, times.get(`${row.kind} ${row.what}`)!));
}

function growthOf(row: (typeof MEASURED)[number], times: readonly number[]): Growth {
  const exponent = growthExponent(SIZES.map((size, i) => [size, times[i]!]));
  return { ...row, times, exponent, reached: exponent <= MOST_EXPONENT[row.growsWith] };
}

export function growthTable(rows: readonly Growth[]): string {
  const head = ['what', 'form', ...SIZES.map((n) => `n = ${n}`), 'a node at 8000', 'exponent', ''];
  return markdownTable(head, rows.map(growthRow));
}

function growthRow({ what, kind, times, exponent, growsWith, reached }: Growth): string[] {
  const perNode = (times.at(-1)! / SIZES.at(-1)!) * 1000;
  return [
    what,
    kind,
    ...times.map(milliseconds),
    growsWith === 'size' ? `${perNode.toFixed(2)} µs` : '–',
    exponent.toFixed(2),
    `${growsWith === 'size' ? 'linear' : 'constant'}${reached ? '' : ': NOT reached'}`,
  ];
}
