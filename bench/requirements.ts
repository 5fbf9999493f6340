import type { FormMeasurements } from './measure-form.ts';
import type { FormKind } from './generated-forms.ts';
import { median } from './statistics.ts';
import { markdownTable, megabytes, milliseconds } from './table.ts';

/** A form to measure, and how many times less than the peer we may take for each thing that is done with it. */
export interface Requirement {
  readonly kind: FormKind;
  readonly size: number;
  readonly asked: Readonly<Record<string, number>>;
  /** True when the peer takes half a minute. */
  readonly slow?: boolean;
}

export const REQUIREMENTS: readonly Requirement[] = [
  { kind: 'flat', size: 1000, asked: { load: 6 } },
  { kind: 'flat', size: 5000, asked: { load: 14, heap: 3 } },
  { kind: 'chain', size: 5000, asked: { load: 40, answer: 200 } },
  { kind: 'fanout', size: 5000, asked: { load: 40, answer: 50 } },
  { kind: 'itemset', size: 50_000, asked: { cascade: 30 } },
  { kind: 'repeats', size: 1000, asked: { load: 60, add: 2000 }, slow: true },
];

/** One row of the comparison. Times are medians in milliseconds, a heap is in bytes. */
export interface Result {
  readonly what: string;
  readonly form: string;
  readonly ours: number;
  readonly peer: number | undefined;
  /** How many times less than the peer is asked. */
  readonly asked: number;
  /** How many samples the medians are of. */
  readonly samples: readonly [ours: number, peer: number];
  /** `undefined` without a peer. */
  readonly reached: boolean | undefined;
}

/** The rows of one form. */
export function resultsFor(
  { kind, size, asked }: Requirement,
  ours: FormMeasurements,
  peer: FormMeasurements | undefined,
): Result[] {
  return Object.entries(asked).map(([what, times]) => {
    const own = samplesOf(what, ours);
    const others = peer === undefined ? [] : samplesOf(what, peer);
    const peerMedian = peer === undefined ? undefined : median(others);
    return {
      what,
      form: `${kind}-${size}`,
      ours: median(own),
      peer: peerMedian,
      asked: times,
      samples: [own.length, others.length],
      reached: peerMedian === undefined ? undefined : median(own) * times <= peerMedian,
    };
  });
}

function samplesOf(what: string, measured: FormMeasurements): readonly number[] {
  return what === 'heap' ? [measured.heap] : (measured.times[what] ?? []);
}

export function comparisonTable(results: readonly Result[]): string {
  const head = ['what', 'form', 'peer', 'ours', 'ours is', 'asked', ''];
  return markdownTable(head, results.map(resultRow));
}

function resultRow(result: Result): string[] {
  const { what, form, ours, peer, asked, samples, reached } = result;
  const amount = what === 'heap' ? megabytes : milliseconds;
  return [
    what,
    form,
    peer === undefined ? '–' : `${amount(peer)} [${samples[1]}]`,
    `${amount(ours)} [${samples[0]}]`,
    peer === undefined ? '–' : `1/${Math.round(peer / ours)}`,
    `1/${asked}`,
    reached === undefined ? '' : reached ? 'reached' : 'NOT reached',
  ];
}
