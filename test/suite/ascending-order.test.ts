import { expect } from 'chai';
import fc from 'fast-check';
import { ascendingOrder } from '../../src/suite/ascending-order.ts';

describe('ascendingOrder', () => {
  it('is the order of a plain sort', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('a', 'ab', 'abc', 'b', ''));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 60 }), (texts) => {
        const sorted = Array.from(ascendingOrder(texts), (n) => texts[n]);
        expect(sorted).to.deep.equal(texts.toSorted());
      }),
    );
  });

  it('takes long equal texts, and texts that are in order already', () => {
    const equal = new Array<string>(2000).fill('x'.repeat(500));
    expect(new Set(ascendingOrder(equal)).size).to.equal(2000);
    const ordered = Array.from({ length: 20_000 }, (_, n) => String(n).padStart(6, '0'));
    expect([...ascendingOrder(ordered)]).to.deep.equal([...ordered.keys()]);
  });
});
