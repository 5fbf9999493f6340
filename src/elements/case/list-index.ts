import { orderByRanks, rankDistinct, rankNumbers } from '../../suite/rank-keys.ts';
import type { Ranks, SortKey } from '../../suite/rank-keys.ts';
import type { ListRow } from '../../suite/screen.ts';
import { foldText } from './fold-text.ts';
import type { ListView } from './list-view.ts';
import { TextIndex } from './text-index.ts';

/** The rows of a list, to be searched and sorted: folded once, so that each typed letter only has to look. */
export class ListIndex {
  readonly #rows: readonly ListRow[];
  readonly #isFuzzy: boolean;
  readonly #texts = new TextIndex();
  /** Ranks by column and language, ascending. */
  readonly #ranks = new Map<string, Ranks>();

  /** `isFuzzy`: rows with words that are spelt almost alike are found, too, after all others. */
  constructor(rows: readonly ListRow[], isFuzzy = false) {
    this.#rows = rows;
    this.#isFuzzy = isFuzzy;
  }

  /** Reads some more rows for the search; true when all are read. What is not read when it is needed is read then. */
  prepare(rows: number): boolean {
    const end = Math.min(this.#rows.length, this.#texts.size + rows);
    for (let n = this.#texts.size; n < end; n += 1) this.#texts.add(linesOf(this.#rows[n]!));
    if (end < this.#rows.length) return false;
    this.#texts.join();
    return true;
  }

  /** The rows in which every word of the search occurs, sorted as the view says; `language` decides on the order of letters. */
  find(view: ListView, language: string): readonly ListRow[] {
    const found = this.#matching(view.search);
    const numbers = view.sortColumn === undefined ? found : this.#sorted(found, view, language);
    return numbers === undefined ? this.#rows : numbers.map((n) => this.#rows[n]!);
  }

  #sorted(
    found: readonly number[] | undefined,
    view: ListView,
    language: string,
  ): readonly number[] {
    const { of, end } = this.#ranksOf(view.sortColumn!, language);
    const numbers = found ?? [...this.#rows.keys()];
    // What is not known stays at the end, in either direction.
    const last = end - 1;
    const turned = Uint32Array.from(numbers, (n) =>
      view.descending && of[n] !== last ? last - 1 - of[n]! : of[n]!,
    );
    const order = orderByRanks(numbers.length, [{ of: turned, end }]);
    return Array.from(order, (place) => numbers[place]!);
  }

  /**
   * A row of which one cell is exactly what was typed comes first: an id that was typed or scanned is meant. Then come those with
   * the words side by side. `undefined` stands for all rows.
   */
  #matching(search: string): readonly number[] | undefined {
    const folded = foldText(search).trim();
    if (folded === '') return undefined;
    this.prepare(this.#rows.length);
    const words = folded.split(/\s+/);
    const found = this.#texts.rowsWith(words);
    const exact = this.#texts.rowsWith([`\n${folded}\n`]);
    const together = words.length === 1 ? [] : this.#texts.rowsWith([folded]);
    const near = this.#isFuzzy ? this.#texts.rowsNear(words) : [];
    if (exact.length + together.length + near.length === 0) return found;
    return [...new Set([...exact, ...together, ...found, ...near])];
  }

  #ranksOf(column: number, language: string): Ranks {
    const name = `${column} ${language}`;
    const ranks = this.#ranks.get(name) ?? rankRows(this.#rows, column, language);
    this.#ranks.set(name, ranks);
    return ranks;
  }
}

/** Every cell, and every sort key that is not just the same in small letters, folded, one a line. */
function linesOf(row: ListRow): string {
  const { cells } = row;
  const keys = cells.map((_, column) => row.sortKey(column));
  const others = keys.filter((key, column) => key !== cells[column]!.toLowerCase());
  return foldText([...cells, ...others].join('\n'));
}

/** Ranks in ascending order; the last is that of what is not known. */
function rankRows(rows: readonly ListRow[], column: number, language: string): Ranks {
  const keys = rows.map((row) => row.sortKey(column));
  const isText = keys.some((key) => typeof key === 'string' && key !== '');
  const { of, end } = isText ? rankByLanguage(keys.map(String), language) : rankValues(keys);
  return { of: of.map((rank, n) => (isKnown(keys[n]!) ? rank : end)), end: end + 1 };
}

/** Distinct texts only: a column of villages has few, and names mostly stand in the order of the app already. */
function rankByLanguage(texts: readonly string[], language: string): Ranks {
  const { compare } = new Intl.Collator(language, { numeric: true });
  return rankDistinct(texts, [...new Set(texts)].sort(compare));
}

function rankValues(keys: readonly SortKey[]): Ranks {
  return rankNumbers(keys.map((key) => (typeof key === 'string' ? NaN : key)));
}

function isKnown(key: SortKey): boolean {
  return key !== '' && !Number.isNaN(key);
}
