import type { ListRow } from '../../suite/screen.ts';

/** Rows that were found, in their order. Of very many a page is shown, so only that is put together. */
export class FoundRows {
  readonly #rows: readonly ListRow[];
  readonly #order: Uint32Array | undefined;

  /** `order` has numbers of rows; `undefined` for all as they are. */
  constructor(rows: readonly ListRow[], order: Uint32Array | undefined) {
    this.#rows = rows;
    this.#order = order;
  }

  get length(): number {
    return this.#order?.length ?? this.#rows.length;
  }

  /** Those from one place to before another, as of an array. */
  slice(start = 0, end = this.length): readonly ListRow[] {
    if (this.#order === undefined) return this.#rows.slice(start, end);
    return Array.from(this.#order.subarray(start, end), (n) => this.#rows[n]!);
  }
}
