import { expect } from 'chai';
import fc from 'fast-check';
import { RowSlots } from '../../../src/elements/case/row-slots.ts';
import type { ListRow, ListScreen } from '../../../src/suite/screen.ts';

function rowsOf(ids: string): ListRow[] {
  return [...ids].map((id) => ({
    id,
    cells: [id],
    cell: () => id,
    sortKey: () => id,
    group: undefined,
  }));
}

const screen = {} as ListScreen;

describe('RowSlots', () => {
  it('lets a row that stays keep its slot, and those that come take over the others', () => {
    const slots = new RowSlots();
    expect(slots.assign(rowsOf('abc'), screen)).to.deep.equal([0, 1, 2]);
    expect(slots.assign(rowsOf('cxa'), screen)).to.deep.equal([2, 1, 0]);
    expect(slots.assign(rowsOf('yzcw'), screen)).to.have.members([0, 1, 2, 3]);
  });

  it('gives rows that come with another list new slots, so that nobody finds the focus on another row', () => {
    const slots = new RowSlots();
    slots.assign(rowsOf('abc'), screen);
    expect(slots.assign(rowsOf('axc'), {} as ListScreen)).to.deep.equal([0, 3, 2]);
  });

  it('never gives two rows the same slot, also where rows have the same id', () => {
    const page = fc.tuple(
      fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'e') }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(fc.array(page), (pages) => {
        const slots = new RowSlots();
        for (const [ids, isSame] of pages) {
          const given = slots.assign(rowsOf(ids), isSame ? screen : ({} as ListScreen));
          expect(new Set(given)).to.have.lengthOf(ids.length);
        }
      }),
    );
  });
});
