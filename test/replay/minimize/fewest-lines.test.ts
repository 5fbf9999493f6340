import { expect } from 'chai';
import fc from 'fast-check';
import { fewestLines } from '../../../src/replay/minimize/fewest-lines.ts';

describe('the fewest lines', () => {
  it('are just those that it takes, in their order', async () => {
    const numbers = Array.from({ length: 40 }, (_, index) => index);
    await fc.assert(
      fc.asyncProperty(fc.subarray(numbers), async (needed) => {
        const holds = async (some: readonly number[]) =>
          needed.every((each) => some.includes(each));
        expect(await fewestLines(numbers, holds)).to.deep.equal(needed);
      }),
    );
  });

  it('are as few as it came to when there is no time left', async () => {
    let asked = 0;
    const kept = await fewestLines(
      [1, 2, 3, 4],
      async (some) => some.includes(1),
      () => (asked += 1) > 3,
    );
    expect(kept).to.include(1);
  });
});
