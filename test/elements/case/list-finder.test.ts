import { expect } from 'chai';
import type { ReactiveControllerHost } from 'lit';
import { ListFinder } from '../../../src/elements/case/list-finder.ts';
import { initialListView } from '../../../src/elements/case/list-view.ts';
import type { ListRow } from '../../../src/suite/screen.ts';

/** Rows of which each takes a while (milliseconds) to read; counts the cells of each column. */
function slowRows(size: number, time = 0.025): { rows: ListRow[]; read: [number, number] } {
  const read: [number, number] = [0, 0];
  const rows = Array.from({ length: size }, (_, n): ListRow => {
    const cells = [n % 10 === 0 ? 'Ann' : 'Bo', `Village ${size - n}`];
    const cell = (column: number) => {
      read[column]! += 1;
      for (const end = performance.now() + time; performance.now() < end;);
      return cells[column]!;
    };
    return { id: String(n), cells, group: undefined, cell, sortKey: (column) => cells[column]! };
  });
  return { rows, read };
}

function finderOf(rows: readonly ListRow[]): { finder: ListFinder; updates: () => number } {
  let updates = 0;
  const finder = new ListFinder({ requestUpdate: () => (updates += 1) } as never as Host);
  finder.setRows(rows, false);
  return { finder, updates: () => updates };
}

type Host = ReactiveControllerHost;

describe('ListFinder', () => {
  it('finds at once in a list that is read quickly', () => {
    const { finder } = finderOf(slowRows(10, 0).rows);
    expect(finder.find(initialListView, 'en').length).to.equal(10);
    expect(finder.find({ ...initialListView, search: 'ann' }, 'en').length).to.equal(1);
    expect(finder.reading).to.equal(undefined);
  });

  it('keeps what is shown while it reads very many rows, and lets others work meanwhile', async () => {
    const { finder, updates } = finderOf(slowRows(2000).rows);
    finder.find(initialListView, 'en');
    const search = { ...initialListView, search: 'ann' };
    expect(finder.find(search, 'en').length).to.equal(2000);
    let others = 0;
    const timer = setInterval(() => (others += 1));
    await finder.reading;
    clearInterval(timer);
    expect(others).to.be.above(3);
    expect(updates()).to.equal(1);
    expect(finder.find(search, 'en').length).to.equal(200);
  });

  it('reads no column but the one that is sorted by', async () => {
    const { rows, read } = slowRows(2000);
    const { finder } = finderOf(rows);
    finder.find(initialListView, 'en');
    finder.find({ ...initialListView, sortColumn: 1 }, 'en');
    await finder.reading;
    expect(finder.find({ ...initialListView, sortColumn: 1 }, 'en').slice(0, 1)[0]!.id).to.equal(
      '1999',
    );
    expect(read).to.deep.equal([0, 2000]);
  });

  it('does not go on for a list that is not shown any more', async () => {
    const { rows, read } = slowRows(4000);
    const { finder, updates } = finderOf(rows);
    finder.find(initialListView, 'en');
    finder.find({ ...initialListView, search: 'a' }, 'en');
    const { reading } = finder;
    finder.setRows(slowRows(3, 0).rows, false);
    expect(finder.find({ ...initialListView, search: 'ann' }, 'en').length).to.equal(1);
    await reading;
    expect(read[0]).to.be.below(4000);
    expect(updates()).to.equal(1);
    expect(finder.find({ ...initialListView, search: 'bo' }, 'en').length).to.equal(2);
  });

  it('searches and sorts after a row could once not be read', async () => {
    const { rows } = slowRows(2000);
    const { cell } = rows[1500]!;
    let failures = 0;
    const faulty: ListRow = {
      ...rows[1500]!,
      cell: (column) => {
        if ((failures += 1) === 1) throw new Error('not now');
        return cell(column);
      },
    };
    const { finder, updates } = finderOf(rows.with(1500, faulty));
    finder.find(initialListView, 'en');
    const search = { ...initialListView, search: 'ann' };
    finder.find(search, 'en');
    const failure = await finder.reading!.catch((error: unknown) => error);
    expect((failure as Error).message).to.equal('not now');
    expect([finder.reading, updates()]).to.deep.equal([undefined, 0]);
    finder.find(search, 'en');
    await finder.reading;
    expect(finder.find(search, 'en').length).to.equal(200);
    const sorted = { ...initialListView, sortColumn: 1 };
    finder.find(sorted, 'en');
    await finder.reading;
    expect(finder.find(sorted, 'en').slice(0, 1)[0]!.id).to.equal('1999');
  });
});
