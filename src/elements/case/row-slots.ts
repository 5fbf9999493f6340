import type { ListRow, ListScreen } from '../../suite/screen.ts';

/**
 * Which part of a page shows which row. A row that stays keeps its part, and with it the focus. One that comes takes over that
 * of one that went, because to change some texts takes a tenth of the time that new elements take; in another list it gets a part
 * of its own, since whoever had the focus there must not find it on another case.
 */
export class RowSlots {
  #screen: ListScreen | undefined;
  /** By row id. */
  #taken = new Map<string, number>();
  #end = 0;

  /** The slot of each row, all different. */
  assign(rows: readonly ListRow[], screen: ListScreen): readonly number[] {
    const left = new Map(this.#taken);
    const kept = rows.map(({ id }) => take(left, id));
    const free = this.#screen === screen ? [...left.values()].reverse() : [];
    const slots = kept.map((slot) => slot ?? free.pop() ?? this.#end++);
    this.#screen = screen;
    this.#taken = new Map(rows.map(({ id }, n) => [id, slots[n]!]));
    return slots;
  }
}

function take(slots: Map<string, number>, id: string): number | undefined {
  const slot = slots.get(id);
  slots.delete(id);
  return slot;
}
