import { expect } from 'chai';
import { TooBusyError, WorkQueue } from '../../src/server/auth/work-queue.ts';

describe('work queue', () => {
  it('runs no more jobs at once than it is wide, in the order they came', async () => {
    const queue = new WorkQueue(2, 10);
    const started: number[] = [];
    let running = 0;
    let most = 0;
    const job = (number: number) => async () => {
      started.push(number);
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      return number;
    };
    const results = await Promise.all([0, 1, 2, 3, 4].map((number) => queue.run(job(number))));
    expect(results).to.deep.equal([0, 1, 2, 3, 4]);
    expect(started).to.deep.equal([0, 1, 2, 3, 4]);
    expect(most).to.equal(2);
  });

  it('refuses when too many are waiting, and takes work again after a job has failed', async () => {
    const queue = new WorkQueue(1, 0);
    const failing = queue.run(() => Promise.reject(new Error('no')));
    const refused = await queue.run(() => Promise.resolve(1)).catch((error: unknown) => error);
    expect(refused).to.be.instanceOf(TooBusyError);
    await failing.catch(() => undefined);
    expect(await queue.run(() => Promise.resolve(2))).to.equal(2);
  });
});
