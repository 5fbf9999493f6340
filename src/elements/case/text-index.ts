import { isNear } from '../shared/is-near.ts';

/** Texts of rows, to be searched again and again: one long text, which is looked through much faster than many short ones. */
export class TextIndex {
  /** By row: where its text begins in the long one, line break included; and where the last one ends. */
  readonly #starts: number[] = [0];
  #all = '';
  /** Texts that are not in the long one yet. */
  #pending: string[] = [];

  /** How many rows there are. */
  get size(): number {
    return this.#starts.length - 1;
  }

  /** Adds the text of the next row: lines, of which each can be sought as a whole with line breaks around it. */
  add(lines: string): void {
    const text = `\n${lines}\n`;
    this.#pending.push(text);
    this.#starts.push(this.#starts[this.size]! + text.length);
  }

  /** Makes the long text, which the next search would do otherwise. */
  join(): void {
    if (this.#pending.length === 0) return;
    this.#all = [this.#all, ...this.#pending].join('');
    this.#pending = [];
  }

  /** Numbers of the rows that have every one of the words, ascending. */
  rowsWith(words: readonly string[]): readonly number[] {
    this.join();
    const [rarest = '', ...others] = words.toSorted((a, b) => b.length - a.length);
    const found = this.#rowsWith(rarest);
    if (others.length === 0) return found;
    return found.filter((row) => {
      const text = this.#textOf(row);
      return others.every((word) => text.includes(word));
    });
  }

  /** Numbers of the rows that have every one of the words or one that is spelt almost alike, ascending. */
  rowsNear(words: readonly string[]): readonly number[] {
    this.join();
    return [...this.#starts.keys()].slice(0, -1).filter((row) => {
      const text = this.#textOf(row);
      return words.every((word) => isNear(word, text));
    });
  }

  #textOf(row: number): string {
    return this.#all.slice(this.#starts[row], this.#starts[row + 1]);
  }

  #rowsWith(word: string): readonly number[] {
    const rows: number[] = [];
    let row = 0;
    let at = this.#all.indexOf(word);
    while (at >= 0 && row < this.size) {
      row = this.#rowAt(at, row);
      rows.push(row);
      row += 1;
      at = this.#all.indexOf(word, this.#starts[row]);
    }
    return rows;
  }

  /** The row that a place of the long text belongs to, sought from a row before it. */
  #rowAt(place: number, from: number): number {
    const starts = this.#starts;
    // Where nearly all rows have the word it is the next one.
    if (place < starts[from + 1]!) return from;
    let [low, high] = [from + 1, this.size];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= place) low = middle;
      else high = middle;
    }
    return low;
  }
}
