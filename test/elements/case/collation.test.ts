import { expect } from 'chai';
import fc from 'fast-check';
import { Collation } from '../../../src/elements/case/collation.ts';

describe('Collation', () => {
  const languages = ['en', 'fr', 'de', 'sv', 'da', 'cs', 'hu', 'sq', 'es', 'tr', 'vi', 'ar', 'hi'];

  for (const language of languages) {
    it(`sorts as the browser does in ${language}`, () => {
      fc.assert(
        fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
          const { compare } = new Intl.Collator(language, { numeric: true });
          const order = Array.from(new Collation(language).order(texts), (n) => texts[n]!);
          const plain = texts.toSorted(compare);
          const differs = order.findIndex((each, n) => compare(each, plain[n]!) !== 0);
          expect(differs, `${JSON.stringify(order)} / ${JSON.stringify(plain)}`).to.equal(-1);
        }),
        { numRuns: 300 },
      );
    });
  }
});

const syllables =
  'a á ä å A e é i o ö ø œ æ ß ss c ch č d dž h ll lj aa sz u z Z ı İ أ ب ह क'.split(' ');

const text = fc
  .array(fc.constantFrom(...syllables, ' ', '-', "'", '.', '7', '07', '10', '2'), { maxLength: 6 })
  .map((parts) => parts.join(''));
