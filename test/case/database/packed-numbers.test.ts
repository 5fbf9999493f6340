import { expect } from 'chai';
import fc from 'fast-check';
import { countOf, numberAt, packNumbers } from '../../../src/case/database/packed-numbers.ts';

describe('packNumbers', () => {
  it('keeps small and large numbers', () => {
    const number = fc.oneof(fc.nat(0xff), fc.nat(0x10000), fc.nat(0xffffffff));
    fc.assert(
      fc.property(fc.array(number), (numbers) => {
        const packed = structuredClone(packNumbers(Uint32Array.from(numbers)));
        expect(countOf(packed)).to.equal(numbers.length);
        expect(numbers.map((_, n) => numberAt(packed, n))).to.deep.equal(numbers);
      }),
    );
  });

  it('takes very many', () => {
    const numbers = Uint32Array.from({ length: 100_000 }, (_, n) => n * 3);
    const packed = packNumbers(numbers);
    expect([0, 99_999].map((n) => numberAt(packed, n))).to.deep.equal([0, 299_997]);
  });
});
