import type { ListRow } from '../../suite/screen.ts';

/** The rows chosen where several may be; it never changes, each choice makes another. */
export class ChosenRows {
  /** In the order in which they were chosen. */
  readonly ids: ReadonlySet<string>;
  /** True when one more was wanted than may be chosen, or a page filled it up. */
  readonly isFull: boolean;

  constructor(ids: ReadonlySet<string> = new Set(), isFull = false) {
    this.ids = ids;
    this.isFull = isFull;
  }

  get size(): number {
    return this.ids.size;
  }

  /** With the row or, where it was chosen, without it. */
  toggle(id: string, most: number): ChosenRows {
    const ids = new Set(this.ids);
    const isRemoved = ids.delete(id);
    const isFull = !isRemoved && ids.size >= most;
    if (!isRemoved && !isFull) ids.add(id);
    return new ChosenRows(ids, isFull);
  }

  /** With those of a page that are not chosen yet, as many as may be; where no more may be, without any of them. */
  togglePage(rows: readonly ListRow[], most: number): ChosenRows {
    const ids = new Set(this.ids);
    if (this.takesMore(rows, most)) {
      for (const { id } of rows) if (ids.size < most) ids.add(id);
    } else for (const { id } of rows) ids.delete(id);
    return new ChosenRows(ids, ids.size >= most);
  }

  /** True while rows of a page that are not chosen yet may be. */
  takesMore(rows: readonly ListRow[], most: number): boolean {
    return this.size < most && rows.some(({ id }) => !this.ids.has(id));
  }

  hasAny(rows: readonly ListRow[]): boolean {
    return rows.some(({ id }) => this.ids.has(id));
  }

  /** Those that are still there, in their order. */
  among(rows: readonly ListRow[]): ChosenRows {
    if (this.size === 0) return new ChosenRows();
    return new ChosenRows(new Set(rows.map(({ id }) => id).filter((id) => this.ids.has(id))));
  }
}
