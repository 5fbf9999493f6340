import type { Steps } from '../../case/steps.ts';
import { isNear } from '../shared/is-near.ts';
import type { DistinctValues } from './distinct-values.ts';
import { foldText } from './fold-text.ts';
import { TextIndex } from './text-index.ts';
import type { Numbers } from './text-index.ts';

/** A column to be searched: its distinct values, folded, and which row has which. */
export class SearchedColumn {
  /** Each distinct one, folded. */
  readonly values: readonly string[];
  /** By row: the number of its value. */
  readonly rows: readonly number[];
  readonly #texts: TextIndex;
  /** `undefined` where no two rows have the same value, so that the row of value n is n. */
  readonly #byValue: RowsByValue | undefined;

  private constructor(values: readonly string[], rows: readonly number[]) {
    this.values = values;
    this.rows = rows;
    this.#texts = new TextIndex(values);
    if (values.length < rows.length) this.#byValue = rowsByValue(values.length, rows);
  }

  static *read(column: DistinctValues<string | number>): Steps<SearchedColumn> {
    const values: string[] = [];
    for (const value of column.values) {
      values.push(foldText(String(value)));
      if (values.length % VALUES_A_STEP === 0) yield;
    }
    yield;
    return new SearchedColumn(values, column.rows);
  }

  /** Reads ahead for words of two letters and more. */
  prepare(): Steps<void> {
    return this.#texts.prepare();
  }

  /** Marks, by row, those that have the word. */
  mark(word: string, marks: Uint8Array): void {
    this.#spread(this.#texts.with(word), () => 1, marks);
  }

  /** The same with a mark for rows that have more in this cell, and a higher one for those that have nothing else there. */
  markMore(word: string, more: number, whole: number, marks: Uint8Array): void {
    const markOf = (value: number) => (this.#texts.isWhole(value, word) ? whole : more);
    this.#spread(this.#texts.with(word), markOf, marks);
  }

  /** Marks rows that have the word or one that is spelt almost alike. */
  markNear(word: string, marks: Uint8Array): void {
    const near = [...this.values.keys()].filter((value) => isNear(word, this.values[value]!));
    this.#spread(near, () => 1, marks);
  }

  /** A row keeps the higher mark. Rows without one of the values need no look. */
  #spread(values: Numbers, markOf: (value: number) => number, marks: Uint8Array): void {
    if (this.#byValue === undefined) return spreadDistinct(values, markOf, marks);
    const { starts, rows } = this.#byValue;
    for (let n = 0; n < values.length; n += 1) {
      const value = values[n]!;
      const mark = markOf(value);
      for (let at = starts[value]!; at < starts[value + 1]!; at += 1) {
        const row = rows[at]!;
        if (mark > marks[row]!) marks[row] = mark;
      }
    }
  }
}

function spreadDistinct(
  values: Numbers,
  markOf: (value: number) => number,
  marks: Uint8Array,
): void {
  for (let n = 0; n < values.length; n += 1) {
    const row = values[n]!;
    marks[row] = Math.max(marks[row]!, markOf(row));
  }
}

/** Rows that have the same value lie together, ascending. */
interface RowsByValue {
  /** By value: where its rows begin; and where the last ones end. */
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;
}

function rowsByValue(values: number, valueOf: readonly number[]): RowsByValue {
  const ends = new Uint32Array(values + 1);
  for (let row = 0; row < valueOf.length; row += 1) ends[valueOf[row]! + 1]! += 1;
  for (let value = 0; value < values; value += 1) ends[value + 1]! += ends[value]!;
  const starts = ends.slice();
  const rows = new Uint32Array(valueOf.length);
  for (let row = 0; row < valueOf.length; row += 1) rows[ends[valueOf[row]!]!++] = row;
  return { starts, rows };
}

/** Folded in a millisecond or so. */
const VALUES_A_STEP = 2000;
