import { expect } from 'chai';
import fc from 'fast-check';
import { TextIndex } from '../../../src/elements/case/text-index.ts';

describe('TextIndex', () => {
  it('finds what a look at each row finds', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 3 });
    const row = fc.array(word, { maxLength: 3 }).map((words) => words.join('\n'));
    const words = fc.array(word, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), words, (rows, sought) => {
        const index = new TextIndex();
        for (const text of rows) index.add(text);
        const walked = [...rows.keys()].filter((n) =>
          sought.every((one) => rows[n]!.includes(one)),
        );
        expect(index.rowsWith(sought)).to.deep.equal(walked);
      }),
    );
  });

  it('finds what came after a search, too', () => {
    const index = new TextIndex();
    index.add('ann');
    expect(index.rowsWith(['ann'])).to.deep.equal([0]);
    index.add('joann');
    expect(index.rowsWith(['ann'])).to.deep.equal([0, 1]);
    expect(index.rowsWith(['\nann\n'])).to.deep.equal([0]);
  });
});
