import { isNear } from '../shared/is-near.ts';
import type { DistinctValues } from './distinct-values.ts';
import { foldText } from './fold-text.ts';
import { TextIndex } from './text-index.ts';

/** A column to be searched: its distinct values, folded, and which row has which. */
export class SearchedColumn {
  /** Each distinct one, folded. */
  readonly values: readonly string[];
  /** By row: the number of its value. */
  readonly rows: readonly number[];
  readonly #texts: TextIndex;

  constructor({ values, rows }: DistinctValues<string | number>) {
    this.values = values.map((value) => foldText(String(value)));
    this.#texts = new TextIndex(this.values);
    this.rows = rows;
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

  /** A row keeps the higher mark. */
  #spread(values: readonly number[], markOf: (value: number) => number, marks: Uint8Array): void {
    if (values.length === 0) return;
    if (this.values.length === this.rows.length) return spreadDistinct(values, markOf, marks);
    const byValue = new Uint8Array(this.values.length);
    for (const value of values) byValue[value] = markOf(value);
    for (let row = 0; row < this.rows.length; row += 1) {
      const mark = byValue[this.rows[row]!]!;
      if (mark > marks[row]!) marks[row] = mark;
    }
  }
}

/** No two rows have the same value, so that of row n is value n: rows without it need no look. */
function spreadDistinct(
  values: readonly number[],
  markOf: (value: number) => number,
  marks: Uint8Array,
): void {
  for (const row of values) marks[row] = Math.max(marks[row]!, markOf(row));
}
