import type { Steps } from '../../case/steps.ts';
import type { SearchedColumn } from './searched-column.ts';

/**
 * Which rows have which letter: the first letter of a search finds most rows, and a word sought in all texts would then be found nearly
 * everywhere. The commonest letters of the list, in whatever script, are bits of a number for each row.
 */
export class LetterRows {
  readonly #bits: ReadonlyMap<string, number>;
  /** By row: letters in any of its cells, and those that are all of a cell. */
  readonly #letters: Uint32Array;
  readonly #whole: Uint32Array;

  private constructor(bits: ReadonlyMap<string, number>, rows: number) {
    this.#bits = bits;
    this.#letters = new Uint32Array(rows);
    this.#whole = new Uint32Array(rows);
  }

  /** Reads columns that have so many rows. */
  static *read(columns: readonly SearchedColumn[], rows: number): Steps<LetterRows> {
    const bits = yield* commonestLetters(columns);
    const read = new LetterRows(bits, rows);
    const byUnit = new Uint32Array(0x10000);
    for (const [letter, bit] of bits) byUnit[letter.charCodeAt(0)] = bit;
    for (const column of columns) yield* read.#add(column, byUnit);
    return read;
  }

  /** Numbers of the rows with a letter, those with a cell of nothing else first; `undefined` for a letter that is rare. */
  with(letter: string): Uint32Array | undefined {
    const bit = this.#bits.get(letter);
    if (bit === undefined) return undefined;
    const [letters, whole] = [this.#letters, this.#whole];
    const found = new Uint32Array(letters.length);
    let end = 0;
    for (let row = 0; row < whole.length; row += 1) if (whole[row]! & bit) found[end++] = row;
    for (let row = 0; row < letters.length; row += 1) {
      if (letters[row]! & bit && !(whole[row]! & bit)) found[end++] = row;
    }
    return found.subarray(0, end);
  }

  /** Marks, by row, those with a letter. False, and nothing is marked, for a letter that is rare. */
  mark(letter: string, marks: Uint8Array): boolean {
    const bit = this.#bits.get(letter);
    if (bit === undefined) return false;
    const letters = this.#letters;
    for (let row = 0; row < letters.length; row += 1) if (letters[row]! & bit) marks[row] = 1;
    return true;
  }

  *#add({ values, rows }: SearchedColumn, byUnit: Uint32Array): Steps<void> {
    const letters = new Uint32Array(values.length);
    for (let value = 0; value < values.length; value += 1) {
      const text = values[value]!;
      for (let n = 0; n < text.length; n += 1) letters[value]! |= byUnit[text.charCodeAt(n)]!;
      if (value > 0 && value % VALUES_A_STEP === 0) yield;
    }
    for (let row = 0; row < rows.length; row += 1) {
      const value = rows[row]!;
      this.#letters[row]! |= letters[value]!;
      if (values[value]!.length === 1) this.#whole[row]! |= letters[value]!;
      if (row > 0 && row % ROWS_A_STEP === 0) yield;
    }
  }
}

/** Letters that stand in most values, each with a bit of its own. */
function* commonestLetters(columns: readonly SearchedColumn[]): Steps<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { values, rows } of columns) {
    const weight = rows.length / Math.max(1, values.length);
    for (let value = 0; value < values.length; value += SAMPLED) {
      for (const letter of new Set(values[value]!.split(''))) {
        counts.set(letter, (counts.get(letter) ?? 0) + weight);
      }
      if (value > 0 && value % VALUES_A_STEP === 0) yield;
    }
  }
  const commonest = [...counts].sort(([, one], [, other]) => other - one).slice(0, BITS);
  return new Map(commonest.map(([letter], n) => [letter, 2 ** n]));
}

const BITS = 32;

/** One value of so many tells which letters are common. */
const SAMPLED = 8;

/** Read in a millisecond or so. */
const VALUES_A_STEP = 1000;
const ROWS_A_STEP = 10_000;
