/** Texts of rows, to be searched again and again: one long text, which is looked through much faster than many short ones. */
export class TextIndex {
  readonly #texts: string[] = [];
  /** By row: where its text begins in the long one, line break included. */
  readonly #starts: number[] = [0];
  /** `undefined` when texts have come since it was made. */
  #all: string | undefined;

  /** How many rows there are. */
  get size(): number {
    return this.#texts.length;
  }

  /** Adds the text of the next row: lines, of which each can be sought as a whole with line breaks around it. */
  add(lines: string): void {
    const text = `\n${lines}\n`;
    this.#texts.push(text);
    this.#starts.push(this.#starts[this.#starts.length - 1]! + text.length);
    this.#all = undefined;
  }

  /** Numbers of the rows that have every one of the words, ascending. */
  rowsWith(words: readonly string[]): readonly number[] {
    const [rarest = '', ...others] = words.toSorted((a, b) => b.length - a.length);
    const found = this.#rowsWith(rarest);
    if (others.length === 0) return found;
    return found.filter((row) => others.every((word) => this.#texts[row]!.includes(word)));
  }

  #rowsWith(word: string): readonly number[] {
    const all = (this.#all ??= this.#texts.join(''));
    const rows: number[] = [];
    let row = 0;
    for (let at = all.indexOf(word); at >= 0; at = all.indexOf(word, this.#starts[row + 1])) {
      row = this.#rowAt(at, row);
      rows.push(row);
      if (row + 1 === this.#texts.length) break;
    }
    return rows;
  }

  /** The row that a place of the long text belongs to, sought from a row before it. */
  #rowAt(place: number, from: number): number {
    const starts = this.#starts;
    // Where nearly all rows have the word it is the next one or the one after.
    if (place < starts[from + 1]!) return from;
    if (place < starts[from + 2]!) return from + 1;
    let [low, high] = [from + 2, this.#texts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= place) low = middle;
      else high = middle;
    }
    return low;
  }
}
