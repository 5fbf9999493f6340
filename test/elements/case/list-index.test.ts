import { expect } from 'chai';
import { ListIndex } from '../../../src/elements/case/list-index.ts';
import { initialListView } from '../../../src/elements/case/list-view.ts';
import type { ListRow } from '../../../src/suite/screen.ts';

function row(id: string, ...keys: (string | number)[]): ListRow {
  return { id, cells: keys.map(String), group: undefined, sortKey: (column) => keys[column]! };
}

const rows = [
  row('a', 'Ann Bee', 10),
  row('b', 'bee ann', NaN),
  row('c', '', 9),
  row('d', 'Bee', 100),
  row('e', 'Öl', 9),
];

function found(view: Partial<typeof initialListView>): string {
  const all = new ListIndex(rows).find({ ...initialListView, ...view }, 'en');
  return all.map(({ id }) => id).join('');
}

describe('ListIndex', () => {
  it('finds rows with every word, what was typed exactly first', () => {
    expect(found({ search: 'bee' })).to.equal('dab');
    expect(found({ search: 'ANN bee' })).to.equal('ab');
    expect(found({ search: 'oel' })).to.equal('');
    expect(found({ search: 'ol' })).to.equal('e');
    expect(found({ search: ' ' })).to.equal('abcde');
  });

  it('finds words that are spelt almost alike where the app wants that, after all others', () => {
    const people = [row('x', 'Amiina'), row('y', 'Amina'), row('z', 'Brenda')];
    const ids = (isFuzzy: boolean) =>
      new ListIndex(people, isFuzzy)
        .find({ ...initialListView, search: 'amina' }, 'en')
        .map(({ id }) => id);
    expect(ids(false)).to.deep.equal(['y']);
    expect(ids(true)).to.deep.equal(['y', 'x']);
  });

  it('seeks each word in all cells of one row', () => {
    expect(found({ search: 'bee 10' })).to.equal('ad');
    expect(found({ search: '9 bee' })).to.equal('');
  });

  it('sorts numbers by value and texts by the language, with what is not known at the end', () => {
    expect(found({ sortColumn: 1 })).to.equal('ceadb');
    expect(found({ sortColumn: 1, descending: true })).to.equal('daceb');
    expect(found({ sortColumn: 0 })).to.equal('adbec');
    expect(found({ sortColumn: 0, descending: true })).to.equal('ebdac');
    expect(found({ search: 'bee', sortColumn: 1 })).to.equal('adb');
  });

  it('finds the same when it was prepared little by little', () => {
    const index = new ListIndex(rows);
    expect(index.prepare(2)).to.equal(false);
    expect(index.prepare(2)).to.equal(false);
    expect(index.find({ ...initialListView, search: 'bee' }, 'en')).to.have.lengthOf(3);
    expect(index.prepare(2)).to.equal(true);
  });
});
