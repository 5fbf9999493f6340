import { expect } from 'chai';
import { IdTable } from '../../../src/case/database/id-table.ts';

function tableOf(ids: string[], expected?: number): IdTable {
  const table = new IdTable(
    (row, id) => ids[row] === id,
    (row) => ids[row]!,
    expected,
  );
  for (const [row, id] of ids.entries()) table.set(id, row);
  return table;
}

describe('IdTable', () => {
  const ids = Array.from({ length: 3000 }, (_, n) => `case-${n}`);

  it('finds every row, however it has grown', () => {
    for (const expected of [0, 3000]) {
      const table = tableOf(ids, expected);
      expect(ids.every((id, row) => table.find(id) === row)).to.equal(true);
      expect(table.find('case-3000')).to.equal(-1);
      expect(table.find('')).to.equal(-1);
    }
  });

  it('gives the last row of an id', () => {
    const again = [...ids, 'case-7'];
    expect(tableOf(again).find('case-7')).to.equal(3000);
  });
});
