import type { Steps } from '../../case/steps.ts';
import { rankDistinct, rankNumbers } from '../../suite/rank-keys.ts';
import type { Ranks, SortKey } from '../../suite/rank-keys.ts';
import type { ListRow } from '../../suite/screen.ts';
import { DistinctValues } from './distinct-values.ts';
import { SearchedColumn } from './searched-column.ts';
import { sortSteps } from './sort-steps.ts';
import { Work } from './work.ts';

/** One column of a list, to be searched and sorted. */
export class ListColumnIndex {
  readonly #values: Work<ColumnValues>;
  /** By language. */
  readonly #ranks = new Map<string, Work<Ranks>>();

  constructor(rows: readonly ListRow[], column: number) {
    this.#values = new Work(() => readValues(rows, column));
  }

  /** Reads the column for the search. */
  read(): Steps<void> {
    return this.#values.rest();
  }

  /** Whether the search can begin at once. */
  get isRead(): boolean {
    return this.#values.finished !== undefined;
  }

  /** The cells and, where they say something else, the sort keys. */
  get searched(): readonly SearchedColumn[] {
    return this.#values.result.searched;
  }

  /** Ranks of the rows, ascending; the last is that of what is not known. `language` decides on the order of letters. */
  ranks(language: string): Work<Ranks> {
    const ranks = this.#ranks.get(language) ?? new Work(() => this.#rank(language));
    this.#ranks.set(language, ranks);
    return ranks;
  }

  *#rank(language: string): Steps<Ranks> {
    yield* this.#values.rest();
    return yield* rankSteps(this.#values.result.keys, language);
  }
}

interface ColumnValues {
  readonly keys: DistinctValues<SortKey>;
  readonly searched: readonly SearchedColumn[];
}

function* readValues(rows: readonly ListRow[], column: number): Steps<ColumnValues> {
  const cells = new DistinctValues<string>();
  const keys = new DistinctValues<SortKey>();
  let hasOwnKeys = false;
  for (let n = 0; n < rows.length; n += 1) {
    const cell = rows[n]!.cell(column);
    const key = rows[n]!.sortKey(column, cell);
    cells.add(cell);
    keys.add(key);
    // A sort key that says something else than its cell is searched, too.
    hasOwnKeys ||= isKnown(key) && String(key) !== cell.toLowerCase();
    if (n % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
  }
  const searched = [yield* SearchedColumn.read(cells)];
  if (hasOwnKeys) searched.push(yield* SearchedColumn.read(keys));
  return { keys, searched };
}

/** Read in a millisecond or so. */
const ROWS_A_STEP = 250;

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
