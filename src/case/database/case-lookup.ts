import type { CaseReader } from '../case-key.ts';
import type { CaseRows } from './case-rows.ts';

/** Ascending. */
export type Rows = readonly number[];

/** Rows by the value of one key, kept up to date row by row. The mutable half of an index of `CaseDatabase`. */
export class CaseLookup {
  readonly #read: CaseReader;
  readonly #rows: CaseRows;
  readonly #buckets = new Map<string, number[]>();

  constructor(read: CaseReader, rows: CaseRows) {
    this.#read = read;
    this.#rows = rows;
    for (let row = 0; row < rows.end; row += 1) if (rows.has(row)) this.add(row);
  }

  find(value: string): Rows {
    return this.#buckets.get(value) ?? NONE;
  }

  /** Enters a row by what its case is now. */
  add(row: number): void {
    const value = this.#read(this.#rows.at(row));
    if (value === undefined) return;
    const bucket = this.#buckets.get(value);
    if (bucket === undefined) this.#buckets.set(value, [row]);
    else bucket.splice(placeIn(bucket, row), 0, row);
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

/** Where a row stands in ascending rows, or would. */
function placeIn(rows: Rows, row: number): number {
  let low = 0;
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
