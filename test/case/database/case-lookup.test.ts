import { expect } from 'chai';
import fc from 'fast-check';
import { caseReader, columnOf } from '../../../src/case/case-key.ts';
import { CaseLookup, rowsInBoth } from '../../../src/case/database/case-lookup.ts';
import { CaseRows } from '../../../src/case/database/case-rows.ts';
import { packCases } from '../../../src/case/database/packed-cases.ts';
import { aCase } from '../a-case.ts';

/** Case n has one of three villages, or none. */
function villager(n: number, owner = 'u') {
  const village = ['Moshi', 'Hai', ''][n % 4];
  return aCase(`c${n}`, {
    ownerId: owner,
    properties: village === undefined ? {} : { village },
  });
}

/** Cases in two blocks, of which some have changed, gone or come since. */
function grownRows(): CaseRows {
  const blocks = [0, 1].map((rest) => {
    const numbers = Array.from({ length: 2000 }, (_, n) => n * 2 + rest);
    return { places: numbers, cases: packCases(numbers.map((n) => villager(n))) };
  });
  const rows = new CaseRows(blocks);
  for (let row = 0; row < 1500; row += 1) rows.replace(row, villager(row + 1, 'g'));
  for (let row = 1200; row < 1300; row += 1) rows.remove(row);
  for (let n = 4000; n < 4300; n += 1) rows.add(villager(n));
  return rows;
}

describe('CaseLookup', () => {
  it('has the same rows whether it reads each case or the columns of packed ones', () => {
    const rows = grownRows();
    for (const key of ['@owner_id', '@case_type', 'case_name', 'village', 'nothing']) {
      const read = caseReader(key)!;
      const slow = new CaseLookup(read, rows);
      const fast = new CaseLookup(read, rows, columnOf(key));
      for (const value of ['u', 'g', 'Moshi', 'Hai', '', rows.at(3).caseType]) {
        expect(fast.find(value), `${key}=${value}`).to.deep.equal(slow.find(value));
      }
    }
  });

  it('does not read a case where columns tell', () => {
    const cases = Array.from({ length: 1000 }, (_, n) => villager(n));
    const rows = new CaseRows([{ places: [...cases.keys()], cases: packCases(cases) }]);
    let read = 0;
    const lookup = new CaseLookup(() => void (read += 1), rows, columnOf('@owner_id'));
    expect(lookup.find('u')).to.have.lengthOf(1000);
    expect(read).to.equal(0);
  });

  it('finds what is in two ascending lists of rows', () => {
    const rows = fc.uniqueArray(fc.nat(60)).map((some) => some.sort((a, b) => a - b));
    fc.assert(
      fc.property(rows, rows, (some, others) => {
        expect(rowsInBoth(some, others)).to.deep.equal(some.filter((row) => others.includes(row)));
      }),
    );
  });
});
