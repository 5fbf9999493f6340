import { expect } from 'chai';
import { LONGEST_DELAY, retryDelay } from '../../src/sync/retry-delay.ts';

describe('retryDelay', () => {
  it('doubles from five seconds up to a quarter of an hour', () => {
    const delays = [1, 2, 3, 8, 9, 1000].map((failures) => retryDelay(failures, 1));
    expect(delays).to.deep.equal([5, 10, 20, 640, LONGEST_DELAY, LONGEST_DELAY]);
  });

  it('leaves a random half off', () => {
    expect(retryDelay(3, 0)).to.equal(10);
    expect(retryDelay(3, 0.5)).to.equal(15);
  });

  it('is never shorter than what the server asks for', () => {
    expect(retryDelay(1, 0, 120)).to.equal(120);
    expect(retryDelay(1000, 1, 120)).to.equal(LONGEST_DELAY);
  });
});
