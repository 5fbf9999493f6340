import type { Steps } from '../../case/steps.ts';
import { rankDistinct, rankNumbers } from '../../suite/rank-keys.ts';
import type { Ranks, SortKey } from '../../suite/rank-keys.ts';
import type { ListRow } from '../../suite/screen.ts';
import { DistinctValues } from './distinct-values.ts';
import { SearchedColumn } from './searched-column.ts';
import { sortSteps } from './sort-steps.ts';
import { Work } from './work.ts';

/** One column of a list, to be searched and sorted: all rows are added, in their order, then it is sealed. */
export class ListColumnIndex {
  readonly #column: number;
  readonly #cells = new DistinctValues<string>();
  readonly #keys = new DistinctValues<SortKey>();
  /** Whether a sort key says something else than its cell, so that it is searched, too. */
  #hasOwnKeys = false;
  #searched: readonly SearchedColumn[] = [];
  /** By language. */
  readonly #ranks = new Map<string, Work<Ranks>>();

  constructor(column: number) {
    this.#column = column;
  }

  add(row: ListRow): void {
    const cell = row.cell(this.#column);
    const key = row.sortKey(this.#column);
    this.#cells.add(cell);
    this.#keys.add(key);
    this.#hasOwnKeys ||= isKnown(key) && String(key) !== cell.toLowerCase();
  }

  /** All rows are there. */
  seal(): void {
    const values = this.#hasOwnKeys ? [this.#cells, this.#keys] : [this.#cells];
    this.#searched = values.map((each) => new SearchedColumn(each));
  }

  /** The cells and, where they say something else, the sort keys. */
  get searched(): readonly SearchedColumn[] {
    return this.#searched;
  }

  /** Ranks of the rows, ascending; the last is that of what is not known. `language` decides on the order of letters. */
  ranks(language: string): Work<Ranks> {
    const ranks = this.#ranks.get(language) ?? new Work(rankSteps(this.#keys, language));
    this.#ranks.set(language, ranks);
    return ranks;
  }
}

function* rankSteps(keys: DistinctValues<SortKey>, language: string): Steps<Ranks> {
  const { values } = keys;
  const { of, end } = yield* rankValues(values, language);
  const ranks = of.map((rank, n) => (isKnown(values[n]!) ? rank : end));
  return { of: Uint32Array.from(keys.rows, (value) => ranks[value]!), end: end + 1 };
}

function* rankValues(values: readonly SortKey[], language: string): Steps<Ranks> {
  const isText = values.some((key) => typeof key === 'string' && key !== '');
  if (!isText) return rankNumbers(values.map((key) => (typeof key === 'string' ? NaN : key)));
  const texts = values.map(String);
  const { compare } = new Intl.Collator(language, { numeric: true });
  return rankDistinct(texts, yield* sortSteps(texts, compare));
}

function isKnown(key: SortKey): boolean {
  return key !== '' && !Number.isNaN(key);
}
