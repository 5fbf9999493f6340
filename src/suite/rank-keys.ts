import { ascendingOrder } from './ascending-order.ts';
import type { DetailSort } from './detail.ts';

/** Ranks of rows, from 0; equal keys have the same. */
export interface Ranks {
  readonly of: Uint32Array;
  /** One more than the highest. */
  readonly end: number;
}

/** What a row is sorted by in one column: `''` when it is blank. */
export type SortKey = string | number;

/** The rank of each key in the order that a column asks for. Numbers that are none stand behind all others. */
export function rankKeys(keys: readonly SortKey[], sort: DetailSort | undefined): Ranks {
  const { of, end } = ranksOf(keys, ascendingKeys(keys));
  const isDescending = sort?.direction === 'descending';
  const blank = (sort?.blanksLast ?? true) ? end + 1 : 0;
  const ranks = of.map((rank, n) => {
    if (keys[n] === '') return blank;
    return isDescending ? end - rank : rank + 1;
  });
  return { of: ranks, end: end + 2 };
}

function ascendingKeys(keys: readonly SortKey[]): Uint32Array {
  if (keys.every((key) => typeof key === 'string')) return ascendingOrder(keys);
  return Uint32Array.from(keys, (_, n) => n).sort((a, b) => compareNumbers(keys[a]!, keys[b]!));
}

/** Blanks are ranked apart. */
function compareNumbers(a: SortKey, b: SortKey): number {
  const [aIsNone, bIsNone] = [typeof a === 'string' || isNaN(a), typeof b === 'string' || isNaN(b)];
  return aIsNone || bIsNone ? Number(aIsNone) - Number(bIsNone) : Number(a) - Number(b);
}

/** Ranks by an order in which equal keys stand together. */
export function ranksOf(keys: readonly SortKey[], order: Uint32Array): Ranks {
  const of = new Uint32Array(keys.length);
  let rank = 0;
  for (let place = 0; place < order.length; place += 1) {
    const n = order[place] as number;
    if (place > 0 && !Object.is(keys[n], keys[order[place - 1] as number])) rank += 1;
    of[n] = rank;
  }
  return { of, end: rank + 1 };
}

/** The numbers of rows by these ranks, the first of them first; rows of the same ranks keep their order. */
export function orderByRanks(size: number, ranks: readonly Ranks[]): Uint32Array {
  let order = Uint32Array.from({ length: size }, (_, n) => n);
  for (const column of ranks.toReversed()) order = counted(order, column);
  return order;
}

/** A counting sort. */
function counted(order: Uint32Array<ArrayBuffer>, { of, end }: Ranks): Uint32Array<ArrayBuffer> {
  const starts = new Uint32Array(end + 1);
  for (const rank of of) starts[rank + 1]! += 1;
  for (let rank = 1; rank <= end; rank += 1) starts[rank]! += starts[rank - 1] as number;
  const sorted = new Uint32Array(order.length);
  for (const n of order) sorted[starts[of[n] as number]!++] = n;
  return sorted;
}
