import { expect } from 'chai';
import { AttemptLimiter } from '../../src/server/auth/attempt-limiter.ts';

describe('attempt limiter', () => {
  let now: number;
  let limiter: AttemptLimiter;

  beforeEach(() => {
    now = 0;
    limiter = new AttemptLimiter({ failures: 2, windowSeconds: 60 }, () => now);
  });

  it('lets a key wait for the rest of the window once it has failed too often', () => {
    limiter.fail('a');
    expect(limiter.secondsToWait('a')).to.equal(0);
    now = 10_000;
    limiter.fail('a');
    expect(limiter.secondsToWait('a')).to.equal(50);
    expect(limiter.secondsToWait('b')).to.equal(0);
    now = 60_000;
    expect(limiter.secondsToWait('a')).to.equal(0);
  });

  it('forgets the failures of a key that succeeds', () => {
    limiter.fail('a');
    limiter.succeed('a');
    limiter.fail('a');
    expect(limiter.secondsToWait('a')).to.equal(0);
  });

  it('takes one failure back when the attempt turned out right', () => {
    limiter.fail('a');
    limiter.fail('a');
    limiter.forgive('a');
    expect(limiter.secondsToWait('a')).to.equal(0);
    limiter.fail('a');
    expect(limiter.secondsToWait('a')).to.equal(60);
  });
});
