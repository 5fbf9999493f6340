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
  const { of, end } = ranksOf(keys);
  const isDescending = sort?.direction === 'descending';
  const blank = (sort?.blanksLast ?? true) ? end + 1 : 0;
  const ranks = of.map((rank, n) => {
    if (keys[n] === '') return blank;
    return isDescending ? end - rank : rank + 1;
  });
  return { of: ranks, end: end + 2 };
}

/** Ranks in ascending order: texts by their code units or, where there is one key that is no text, numbers by value. */
function ranksOf(keys: readonly SortKey[]): Ranks {
  if (keys.every((key) => typeof key === 'string')) {
    return rankDistinct(keys, [...new Set(keys)].sort());
  }
  return rankNumbers(keys.map((key) => (typeof key === 'string' ? NaN : key)));
}

/** Ranks of numbers by value, NaN last. */
export function rankNumbers(numbers: readonly number[]): Ranks {
  return rankDistinct(numbers, Float64Array.from(new Set(numbers)).sort());
}

/** Ranks by the order of the distinct keys. */
export function rankDistinct<Key>(keys: readonly Key[], distinct: ArrayLike<Key>): Ranks {
  const ranks = new Map<Key, number>();
  for (let rank = 0; rank < distinct.length; rank += 1) ranks.set(distinct[rank] as Key, rank);
  const of = new Uint32Array(keys.length);
  for (let n = 0; n < keys.length; n += 1) of[n] = ranks.get(keys[n] as Key) as number;
  return { of, end: distinct.length };
}

/** The numbers of rows by these ranks, the first of them first; rows of the same ranks keep their order. */
export function orderByRanks(size: number, ranks: readonly Ranks[]): Uint32Array {
  let order = new Uint32Array(size);
  for (let n = 0; n < size; n += 1) order[n] = n;
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
