import type { Steps } from '../../case/steps.ts';
import { orderByRanks } from '../../suite/rank-keys.ts';
import type { ListRow } from '../../suite/screen.ts';
import { foldText } from './fold-text.ts';
import { FoundRows } from './found-rows.ts';
import { LetterRows } from './letter-rows.ts';
import { ListColumnIndex } from './list-column-index.ts';
import type { ListView } from './list-view.ts';
import type { SearchedColumn } from './searched-column.ts';
import { Work } from './work.ts';

/** The rows of a list, to be searched and sorted: read once, so that each typed letter only has to look. */
export class ListIndex {
  readonly #rows: readonly ListRow[];
  readonly #isFuzzy: boolean;
  readonly #columns: Work<readonly ListColumnIndex[]>;
  readonly #letters: Work<LetterRows>;

  /** `isFuzzy`: rows with words that are spelt almost alike are found, too, after all others. */
  constructor(rows: readonly ListRow[], isFuzzy = false) {
    this.#rows = rows;
    this.#isFuzzy = isFuzzy;
    this.#columns = new Work(readColumns(rows));
    this.#letters = new Work(this.#readLetters());
  }

  /** Makes everything ready for the search and for every order in this language. What is needed sooner is made ready then. */
  *prepare(language: string): Steps<void> {
    yield* this.#columns.rest();
    yield* this.#letters.rest();
    for (const column of this.#columns.result) yield* column.ranks(language).rest();
  }

  /** The rows in which every word of the search occurs, sorted as the view says; `language` decides on the order of letters. */
  find({ search, sortColumn, descending }: ListView, language: string): FoundRows {
    const found = this.#matching(search);
    if (sortColumn === undefined) return new FoundRows(this.#rows, found);
    return new FoundRows(this.#rows, this.#sorted(found, sortColumn, descending, language));
  }

  #sorted(
    found: Uint32Array | undefined,
    column: number,
    descending: boolean,
    language: string,
  ): Uint32Array {
    const { of, end } = this.#columns.result[column]!.ranks(language).result;
    const numbers = found ?? Uint32Array.from(this.#rows.keys());
    // What is not known stays at the end, in either direction.
    const last = end - 1;
    const turned = numbers.map((n) => (descending && of[n] !== last ? last - 1 - of[n]! : of[n]!));
    return orderByRanks(numbers.length, [{ of: turned, end }]).map((place) => numbers[place]!);
  }

  /**
   * A row of which one cell is exactly what was typed comes first: an id that was typed or scanned is meant. Then come those with
   * the words side by side. `undefined` stands for all rows.
   */
  #matching(search: string): Uint32Array | undefined {
    const folded = foldText(search).trim();
    if (folded === '') return undefined;
    const rows = folded.length === 1 ? this.#letters.finished?.with(folded) : undefined;
    return rows ?? this.#sought(folded);
  }

  #sought(folded: string): Uint32Array {
    const words = folded.split(/\s+/);
    const levels = new Uint8Array(this.#rows.length);
    for (const column of this.#searched) column.markMore(folded, TOGETHER, WHOLE, levels);
    if (words.length > 1) raise(levels, this.#withAll(words, 'mark'), APART);
    if (this.#isFuzzy) raise(levels, this.#withAll(words, 'markNear'), NEAR);
    return highestFirst(levels);
  }

  /** Marks rows that have each of the words in whatever column. */
  #withAll(words: readonly string[], mark: 'mark' | 'markNear'): Uint8Array {
    const all = new Uint8Array(this.#rows.length).fill(1);
    for (const word of words) {
      const marks = new Uint8Array(this.#rows.length);
      const isMarked = word.length === 1 && this.#letters.finished?.mark(word, marks);
      if (!isMarked) for (const column of this.#searched) column[mark](word, marks);
      for (let row = 0; row < all.length; row += 1) all[row]! &= marks[row]!;
    }
    return all;
  }

  *#readLetters(): Steps<LetterRows> {
    return yield* LetterRows.read(this.#searched, this.#rows.length);
  }

  get #searched(): SearchedColumn[] {
    return this.#columns.result.flatMap((column) => column.searched);
  }
}

/** How well a row matches: not at all, with words that are spelt almost alike, with the words, with all of them in a row, with nothing else in a cell. */
const NEAR = 1;
const APART = 2;
const TOGETHER = 3;
const WHOLE = 4;

function* readColumns(rows: readonly ListRow[]): Steps<readonly ListColumnIndex[]> {
  const columns = (rows[0]?.cells ?? []).map((_, column) => new ListColumnIndex(column));
  for (const [n, row] of rows.entries()) {
    for (const column of columns) column.add(row);
    if (n % ROWS_A_STEP === 0) yield;
  }
  for (const column of columns) {
    column.seal();
    yield;
  }
  return columns;
}

/** Read in a millisecond or so. */
const ROWS_A_STEP = 50;

function raise(levels: Uint8Array, marks: Uint8Array, level: number): void {
  for (let row = 0; row < levels.length; row += 1) {
    if (marks[row] === 1 && levels[row]! < level) levels[row] = level;
  }
}

/** Rows with a level, those of the highest first. */
function highestFirst(levels: Uint8Array): Uint32Array {
  const counts = new Uint32Array(WHOLE + 1);
  for (let row = 0; row < levels.length; row += 1) counts[levels[row]!]! += 1;
  const ends = new Uint32Array(WHOLE + 1);
  for (let level = WHOLE - 1; level >= 0; level -= 1)
    ends[level] = ends[level + 1]! + counts[level + 1]!;
  const order = new Uint32Array(ends[0]!);
  for (let row = 0; row < levels.length; row += 1) {
    if (levels[row]! > 0) order[ends[levels[row]!]!++] = row;
  }
  return order;
}
