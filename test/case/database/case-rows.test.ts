import { expect } from 'chai';
import { CaseRows } from '../../../src/case/database/case-rows.ts';
import { PackedCase, plainCase } from '../../../src/case/database/packed-case.ts';
import { packCases } from '../../../src/case/database/packed-cases.ts';
import { aCase } from '../a-case.ts';

const many = Array.from({ length: 2500 }, (_, n) => aCase(`c${n}`));

describe('CaseRows', () => {
  it('packs cases as they become many, and shows the same ones', () => {
    const rows = new CaseRows();
    for (const of of many) rows.add(of);
    expect(rows.at(0)).to.be.instanceOf(PackedCase);
    expect(rows.at(2499)).to.equal(many[2499]);
    expect(many.map((_, row) => plainCase(rows.at(row)))).to.deep.equal(many);
    expect(many.every(({ caseId }, row) => rows.rowOf(caseId) === row)).to.equal(true);
  });

  it('reads cases by their places, whatever the blocks are', () => {
    const blocks = [[1, 3], [0, 4], [2]].map((numbers) => ({
      places: numbers.map((n) => n * 1000),
      cases: packCases(numbers.map((n) => many[n]!)),
    }));
    const rows = new CaseRows(blocks);
    const ids = [0, 1, 2, 3, 4].map((row) => rows.at(row).caseId);
    expect(ids).to.deep.equal(['c0', 'c1', 'c2', 'c3', 'c4']);
  });

  it('gives a case that went and came again a row at the end', () => {
    const rows = new CaseRows();
    for (const of of many.slice(0, 3)) rows.add(of);
    rows.remove(1);
    expect([rows.rowOf('c1'), rows.size, rows.position(2)]).to.deep.equal([-1, 2, 1]);
    rows.add(aCase('c1'));
    expect([rows.rowOf('c1'), rows.size, rows.position(3)]).to.deep.equal([3, 3, 2]);
  });

  it('tells whether a row is still in the state that it was read in', () => {
    const rows = new CaseRows([{ places: [1], cases: packCases([aCase('a')]) }]);
    const before = rows.at(0);
    expect(rows.holds(0, before)).to.equal(true);
    rows.replace(0, aCase('a', { caseName: 'new' }));
    expect(rows.holds(0, before)).to.equal(false);
    expect(rows.holds(0, rows.at(0))).to.equal(true);
  });
});
