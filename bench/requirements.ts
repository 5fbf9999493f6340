import type { EngineName } from './engine-pages.ts';
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
  measured: Partial<Record<EngineName, FormMeasurements>>,
): Result[] {
  return Object.entries(asked).map(([what, times]) => {
    const [ours, peer] = [samplesOf(what, measured.ours), samplesOf(what, measured.peer)];
    const both = peer.length > 0;
    return {
      what,
      form: `${kind}-${size}`,
      ours: median(ours),
      peer: both ? median(peer) : undefined,
      asked: times,
      samples: [ours.length, peer.length],
      reached: both ? median(ours) * times <= median(peer) : undefined,
    };
  });
}

function samplesOf(what: string, measured: FormMeasurements | undefined): readonly number[] {
  if (measured === undefined) return [];
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
