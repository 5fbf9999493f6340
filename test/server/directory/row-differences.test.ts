import { expect } from 'chai';
import fc from 'fast-check';
import { rowDifferences } from '../../../src/server/directory/row-differences.ts';

describe('what is different between two tables', () => {
  const row = (name: string) => ({ name });
  const [a, b, c] = [row('a'), row('b'), row('c')];

  it('is nothing for the same rows', () => {
    expect(rowDifferences([a, b], [a, b])).to.deep.equal({ gone: [], come: [] });
  });

  it('is the row that was replaced in its place, and what took it', () => {
    const other = row('b');
    const { gone, come } = rowDifferences([a, b, c], [a, other, c]);
    expect(gone)
      .to.have.length(1)
      .and.satisfy(([only]: object[]) => only === b);
    expect(come)
      .to.have.length(1)
      .and.satisfy(([only]: object[]) => only === other);
  });

  it('is not a row that only stands elsewhere', () => {
    expect(rowDifferences([a, b, c], [b, c, a])).to.deep.equal({ gone: [], come: [] });
  });

  it('is found among more rows than a call takes arguments', () => {
    const rows = Array.from({ length: 500_000 }, (_, n) => row(String(n)));
    expect(rowDifferences([], rows).come).to.have.length(rows.length);
  });

  it('is what sets say, whatever was removed, replaced, moved and added', () => {
    const rows = Array.from({ length: 8 }, (_, n) => row(String(n)));
    const some = fc.shuffledSubarray(rows);
    fc.assert(
      fc.property(some, some, (before, after) => {
        const { gone, come } = rowDifferences(before, after);
        expect(new Set(gone)).to.deep.equal(
          new Set(before.filter((each) => !after.includes(each))),
        );
        expect(new Set(come)).to.deep.equal(
          new Set(after.filter((each) => !before.includes(each))),
        );
      }),
    );
  });
});
