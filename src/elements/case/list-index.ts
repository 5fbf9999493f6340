import type { Steps } from '../../case/steps.ts';
import { orderByRanks } from '../../suite/rank-keys.ts';
import type { Ranks } from '../../suite/rank-keys.ts';
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
  readonly #columns: readonly ListColumnIndex[];
  readonly #letters: Work<LetterRows>;

  /** `isFuzzy`: rows with words that are spelt almost alike are found, too, after all others. */
  constructor(rows: readonly ListRow[], isFuzzy = false) {
    this.#rows = rows;
    this.#isFuzzy = isFuzzy;
    this.#columns = (rows[0]?.cells ?? []).map((_, column) => new ListColumnIndex(rows, column));
    this.#letters = new Work(() => this.#readLetters());
  }

  /** Makes everything ready for the search and for every order in this language. What is needed sooner is made ready then. */
  *prepare(language: string): Steps<void> {
    for (const column of this.#columns) yield* column.read();
    yield* this.#letters.rest();
    for (const column of this.#searched) yield* column.prepare();
    if (!this.#isFuzzy) yield* this.#rehearse();
    for (const column of this.#columns) yield* column.ranks(language).rest();
  }

  /** Makes ready no more than what this view needs. */
  *prepareFor(view: ListView, language: string): Steps<void> {
    if (isSearch(view)) for (const column of this.#columns) yield* column.read();
    const ranks = this.#ranksOf(view, language);
    if (ranks !== undefined) yield* ranks.rest();
  }

  /** Whether {@link find} has nothing left to read for this view. */
  isReadyFor(view: ListView, language: string): boolean {
    const ranks = this.#ranksOf(view, language);
    if (ranks !== undefined && ranks.finished === undefined) return false;
    return !isSearch(view) || this.#columns.every(({ isRead }) => isRead);
  }

  /** The rows in which every word of the search occurs, sorted as the view says; `language` decides on the order of letters. */
  find(view: ListView, language: string): FoundRows {
    const found = this.#matching(view.search);
    const ranks = this.#ranksOf(view, language)?.result;
    const sorted = ranks === undefined ? found : this.#sorted(found, ranks, view.descending);
    return new FoundRows(this.#rows, sorted);
  }

  /** Types some words of the list: what has run before runs several times as fast, and the person's first letters come sooner. */
  *#rehearse(): Steps<void> {
    const words = foldText(this.#rows[0]?.cells.join(' ') ?? '').slice(0, REHEARSED);
    for (let end = 1; end <= words.length; end += 1) {
      this.#matching(words.slice(0, end));
      yield;
    }
  }

  /** `undefined` for the order of the app. */
  #ranksOf({ sortColumn }: ListView, language: string): Work<Ranks> | undefined {
    return sortColumn === undefined ? undefined : this.#columns[sortColumn]?.ranks(language);
  }

  #sorted(found: Uint32Array | undefined, { of, end }: Ranks, descending: boolean): Uint32Array {
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
    return this.#columns.flatMap((column) => column.searched);
  }
}

/** How well a row matches: not at all, with words that are spelt almost alike, with the words, with all of them in a row, with nothing else in a cell. */
const NEAR = 1;
const APART = 2;
const TOGETHER = 3;
const WHOLE = 4;

/** Letters. */
const REHEARSED = 16;

function isSearch({ search }: ListView): boolean {
  return search.trim() !== '';
}

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
