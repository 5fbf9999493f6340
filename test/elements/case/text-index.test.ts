import { expect } from 'chai';
import fc from 'fast-check';
import { TextIndex } from '../../../src/elements/case/text-index.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 3 });
const text = fc.array(word, { maxLength: 3 }).map((words) => words.join(' '));

describe('TextIndex', () => {
  it('finds what a look at each text finds, whatever was sought before', () => {
    const sought = fc.array(word, { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 20 }), sought, (texts, words) => {
        const index = new TextIndex(texts);
        for (const one of words) {
          const walked = [...texts.keys()].filter((n) => texts[n]!.includes(one));
          expect(index.with(one)).to.deep.equal(walked);
        }
      }),
    );
  });

  it('tells the texts that are nothing but the word', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 20 }), word, (texts, one) => {
        const index = new TextIndex(texts);
        const whole = index.with(one).filter((n) => index.isWhole(n, one));
        expect(whole).to.deep.equal([...texts.keys()].filter((n) => texts[n] === one));
      }),
    );
  });
});
