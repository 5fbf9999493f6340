import { expect } from 'chai';
import { wait } from '../../src/storage/wait.ts';

describe('waiting', () => {
  it('lasts as long as it is said', async () => {
    let over = false;
    void wait(0.02).then(() => (over = true));
    await Promise.resolve();
    expect(over).to.equal(false);
    await wait(0.04);
    expect(over).to.equal(true);
  });

  it('ends when nobody wants to wait any more, or did not to begin with', async () => {
    const cancelling = new AbortController();
    const waiting = wait(3600, cancelling.signal);
    cancelling.abort();
    await waiting;
    await wait(3600, cancelling.signal);
  });
});
