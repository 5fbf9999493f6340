import { expect } from 'chai';
import fc from 'fast-check';
import { atOnce } from '../../../src/case/steps.ts';
import { TextIndex } from '../../../src/elements/case/text-index.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 3 });
const text = fc.array(word, { maxLength: 3 }).map((words) => words.join(' '));

describe('TextIndex', () => {
  it('finds what a look at each text finds, whatever was sought before and read ahead', () => {
    const sought = fc.array(word, { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 20 }), sought, fc.nat(20), (texts, words, ready) => {
        const index = new TextIndex(texts);
        for (const [n, one] of words.entries()) {
          if (n === ready) atOnce(index.prepare());
          const walked = [...texts.keys()].filter((number) => texts[number]!.includes(one));
          expect(Array.from(index.with(one))).to.deep.equal(walked);
        }
      }),
    );
  });

  it('finds two letters and more among very many different ones, too', () => {
    const signs = Array.from({ length: 600 }, (_, n) => String.fromCharCode(0x4e00 + n));
    const texts = signs.map((sign, n) => `${sign}${signs[(n * 7) % 600]}${signs[(n * 11) % 600]}`);
    const index = new TextIndex(texts);
    atOnce(index.prepare());
    for (const one of [...texts, ...texts.map((each) => each.slice(1))]) {
      const walked = [...texts.keys()].filter((n) => texts[n]!.includes(one));
      expect(Array.from(index.with(one))).to.deep.equal(walked);
    }
  });

  it('looks only at texts with the rarest two letters of what is sought', () => {
    const texts = Array.from({ length: 5000 }, (_, n) => `an${n % 10 === 0 ? 'zi' : 'na'} ${n}`);
    const index = new TextIndex(texts);
    atOnce(index.prepare());
    expect(index.with('anzi')).to.have.lengthOf(500);
    const { indexOf } = String.prototype;
    let looks = 0;
    String.prototype.indexOf = function (...sought) {
      looks += 1;
      return indexOf.apply(this, sought);
    };
    try {
      expect(index.with('zi 4')).to.have.lengthOf(111);
      expect(index.with('zi')).to.have.lengthOf(500);
    } finally {
      String.prototype.indexOf = indexOf;
    }
    expect(looks).to.be.below(600);
  });

  it('tells the texts that are nothing but the word', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 20 }), word, (texts, one) => {
        const index = new TextIndex(texts);
        const whole = Array.from(index.with(one)).filter((n) => index.isWhole(n, one));
        expect(whole).to.deep.equal([...texts.keys()].filter((n) => texts[n] === one));
      }),
    );
  });
});
