import type { CaseReader } from '../case-key.ts';
import type { CaseBlock } from './case-block.ts';
import type { CaseRows } from './case-rows.ts';
import type { ColumnReader } from './packed-column.ts';

/** Ascending. */
export type Rows = readonly number[];

/** Finds the packed values of one key in a block; `undefined` when no case of the block has one. */
export type ColumnFinder = (block: CaseBlock) => ColumnReader | undefined;

/** Rows by the value of one key, kept up to date row by row. The mutable half of an index of `CaseDatabase`. */
export class CaseLookup {
  readonly #read: CaseReader;
  readonly #rows: CaseRows;
  readonly #buckets = new Map<string, number[]>();

  /** `columnOf`, where the key is one packed column, spares reading a text for each case. */
  constructor(read: CaseReader, rows: CaseRows, columnOf: ColumnFinder = () => undefined) {
    this.#read = read;
    this.#rows = rows;
    const packed = this.#packedBuckets(columnOf);
    for (let row = 0; row < rows.end; row += 1) {
      if (!rows.has(row)) continue;
      const bucket = packed[row];
      if (bucket === undefined) this.add(row);
      else bucket.push(row);
    }
  }

  find(value: string): Rows {
    return this.#buckets.get(value) ?? NONE;
  }

  /** Enters a row by what its case is now. */
  add(row: number): void {
    const value = this.#read(this.#rows.at(row));
    if (value === undefined) return;
    const bucket = this.#bucket(value);
    bucket.splice(placeIn(bucket, row), 0, row);
  }

  /** By row: the bucket of its value, as far as columns tell. Block by block, since what lies together is read fast. */
  #packedBuckets(columnOf: ColumnFinder): (number[] | undefined)[] {
    const byRow = new Array<number[] | undefined>(this.#rows.end).fill(undefined);
    for (const { block, rows } of this.#rows.blocks) {
      const column = columnOf(block);
      const byValue: number[][] = [];
      for (let n = 0; column !== undefined && n < rows.length; n += 1) {
        const value = column.valueOf(n);
        if (value < 0 || this.#rows.blockOf(rows[n] as number) !== block) continue;
        byRow[rows[n] as number] = byValue[value] ??= this.#bucket(column.textOf(value));
      }
    }
    return byRow;
  }

  #bucket(value: string): number[] {
    let bucket = this.#buckets.get(value);
    if (bucket === undefined) this.#buckets.set(value, (bucket = []));
    return bucket;
  }

  /** Takes a row out; to be called before its case changes or goes. */
  remove(row: number): void {
    const value = this.#read(this.#rows.at(row));
    const bucket = value === undefined ? undefined : this.#buckets.get(value);
    if (bucket === undefined) return;
    bucket.splice(placeIn(bucket, row), 1);
    if (bucket.length === 0) this.#buckets.delete(value as string);
  }
}

const NONE: Rows = [];

/** The rows that are in both, of which the first are not many more. */
export function rowsInBoth(some: Rows, others: Rows): Rows {
  const both: number[] = [];
  let at = 0;
  for (const row of some) {
    if ((others[at] as number) < row) at = placeIn(others, row, at);
    if (others[at] !== row) continue;
    both.push(row);
    at += 1;
  }
  return both;
}

/** Where a row stands in ascending rows, or would; not before `from`. */
function placeIn(rows: Rows, row: number, from = 0): number {
  let low = from;
  let high = rows.length;
  // Nearly always a row comes behind all others.
  if (high > 0 && (rows[high - 1] as number) < row) return high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] as number) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
