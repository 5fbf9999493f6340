import { expect } from 'chai';
import fc from 'fast-check';
import { atOnce } from '../../../src/case/steps.ts';
import { sortSteps } from '../../../src/elements/case/sort-steps.ts';

describe('sortSteps', () => {
  it('gives the order of a sort, equal values in that in which they came', () => {
    const value = fc.record({ key: fc.nat(300), n: fc.nat() });
    const byKey = (a: { key: number }, b: { key: number }) => a.key - b.key;
    fc.assert(
      fc.property(fc.array(value, { maxLength: 4000, size: 'max' }), (values) => {
        expect(atOnce(sortSteps(values, byKey))).to.deep.equal(values.toSorted(byKey));
      }),
      { numRuns: 30 },
    );
  });

  it('compares hardly more than once where values are in order but for a few', () => {
    const values = Array.from({ length: 20_000 }, (_, n) => (n % 5000 === 0 ? n + 7 : n));
    let compared = 0;
    const counted = sortSteps(values, (a, b) => {
      compared += 1;
      return a - b;
    });
    expect(atOnce(counted)).to.have.lengthOf(20_000);
    expect(compared).to.be.below(20_000 * 1.5);
  });

  it('makes a step of some hundred values at most', () => {
    const values = Array.from({ length: 5000 }, (_, n) => (n * 7919) % 5000);
    expect([...sortSteps(values, (a, b) => a - b)].length).to.be.above(20);
  });
});
