import { expect } from 'chai';
import fc from 'fast-check';
import { atOnce } from '../../../src/case/steps.ts';
import { foldText } from '../../../src/elements/case/fold-text.ts';
import { ListIndex } from '../../../src/elements/case/list-index.ts';
import { initialListView } from '../../../src/elements/case/list-view.ts';
import type { ListRow } from '../../../src/suite/screen.ts';

function row(id: string, ...keys: (string | number)[]): ListRow {
  const cells = keys.map(String);
  const sortKey = (column: number) => keys[column]!;
  return { id, cells, group: undefined, cell: (column) => cells[column]!, sortKey };
}

const rows = [
  row('a', 'Ann Bee', 10),
  row('b', 'bee ann', NaN),
  row('c', '', 9),
  row('d', 'Bee', 100),
  row('e', 'Öl', 9),
];

function idsIn(index: ListIndex, view: Partial<typeof initialListView>): string[] {
  return index
    .find({ ...initialListView, ...view }, 'en')
    .slice()
    .map(({ id }) => id);
}

function found(view: Partial<typeof initialListView>): string {
  return idsIn(new ListIndex(rows), view).join('');
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
    const ids = (isFuzzy: boolean) => idsIn(new ListIndex(people, isFuzzy), { search: 'amina' });
    expect(ids(false)).to.deep.equal(['y']);
    expect(ids(true)).to.deep.equal(['y', 'x']);
  });

  it('finds the same rows by one letter when it has read ahead, in any script', () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789 ÀßКкμशصአ😀'];
    const text = fc.array(fc.constantFrom(...letters), { maxLength: 4 }).map((all) => all.join(''));
    const list = fc.array(fc.array(text, { minLength: 2, maxLength: 2 }), { maxLength: 60 });
    fc.assert(
      fc.property(list, fc.constantFrom(...letters), fc.boolean(), (cells, search, isFuzzy) => {
        const many = cells.map((each, n) => row(String(n), ...each));
        const ready = new ListIndex(many, isFuzzy);
        atOnce(ready.prepare('en'));
        expect(idsIn(ready, { search })).to.deep.equal(idsIn(new ListIndex(many), { search }));
      }),
    );
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

  it('searches sort keys that say something else than their cells, but not what is no number', () => {
    const day: ListRow = { ...row('x', '17/02/26', 'Ann'), sortKey: () => '2026-02-17' };
    const ids = (search: string) => idsIn(new ListIndex([day, row('y', 'b', NaN)]), { search });
    expect(ids('2026-02')).to.deep.equal(['x']);
    expect(ids('17/02 ann')).to.deep.equal(['x']);
    expect(ids('2026-02-17')).to.deep.equal(['x']);
  });

  it('finds what a look at each row finds, also letter by letter, and turns the same pages', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'B', 'é', ' '), maxLength: 4 });
    const typed = fc.string({ unit: fc.constantFrom('A', 'b', 'e', ' '), maxLength: 6 });
    const texts = fc.array(fc.tuple(cell, cell), { maxLength: 30 });
    fc.assert(
      fc.property(texts, fc.array(typed), fc.nat(5), (all, searches, start) => {
        const given = all.map((cells, n) => row(String(n), ...cells));
        const index = new ListIndex(given);
        for (const search of searches) {
          const expected = walked(given, search);
          expect(idsIn(index, { search })).to.deep.equal(expected);
          const page = index.find({ ...initialListView, search }, 'en').slice(start, start + 3);
          expect(page.map(({ id }) => id)).to.deep.equal(expected.slice(start, start + 3));
        }
      }),
    );
  });

  it('finds and sorts the same when it was prepared in part or wholly', () => {
    const view = { search: 'bee', sortColumn: 1 };
    for (const steps of [0, 1, 2, 3, 100]) {
      const index = new ListIndex(rows);
      const work = index.prepare('en');
      for (let n = 0; n < steps; n += 1) work.next();
      expect(idsIn(index, view)).to.deep.equal(['a', 'd', 'b']);
      expect([...work]).to.have.lengthOf.below(30);
    }
  });

  it('reads each row once, however much is typed and sorted', () => {
    let read = 0;
    const counted = rows.map((one) => ({
      ...one,
      cell: (column: number) => {
        read += 1;
        return one.cell(column);
      },
    }));
    const index = new ListIndex(counted);
    for (const search of ['b', 'be', 'bee', 'bee a']) idsIn(index, { search });
    idsIn(index, { sortColumn: 0 });
    idsIn(index, { sortColumn: 1, descending: true });
    expect(read).to.equal(rows.length * 2);
  });
});

/** The rows that a search means, found the simple way. */
function walked(all: readonly ListRow[], search: string): string[] {
  const sought = foldText(search).trim();
  if (sought === '') return all.map(({ id }) => id);
  const folded = all.map((each) => ({ id: each.id, cells: each.cells.map(foldText) }));
  const having = (test: (cell: string) => boolean) =>
    folded.filter(({ cells }) => cells.some(test)).map(({ id }) => id);
  const words = sought.split(/\s+/);
  const apart = folded.filter(({ cells }) =>
    words.every((word) => cells.some((cell) => cell.includes(word))),
  );
  const whole = having((cell) => cell === sought);
  const together = having((cell) => cell.includes(sought));
  return [...new Set([...whole, ...together, ...apart.map(({ id }) => id)])];
}
