import { expect } from 'chai';
import { inTurn } from '../../src/storage/in-turn.ts';

describe('work in turn', () => {
  it('is done one after the other where it has the same name', async () => {
    const { signal } = new AbortController();
    const log: string[] = [];
    const work = (name: string) => async () => {
      log.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      log.push(`${name} ends`);
      return name;
    };
    const both = [
      inTurn('test-turn', signal, work('one')),
      inTurn('test-turn', signal, work('two')),
    ];
    expect(await Promise.all(both)).to.deep.equal(['one', 'two']);
    expect(log).to.deep.equal(['one begins', 'one ends', 'two begins', 'two ends']);
  });

  it('is not done when it has ended before its turn', async () => {
    const ending = new AbortController();
    let release = (): void => undefined;
    const begun = new Promise<void>((begin) => {
      void inTurn('test-turn', new AbortController().signal, () => {
        begin();
        return new Promise<void>((resolve) => (release = resolve));
      });
    });
    await begun;
    let done = false;
    const second = inTurn('test-turn', ending.signal, async () => void (done = true));
    ending.abort();
    expect(await second.catch((error: Error) => error.name)).to.equal('AbortError');
    release();
    await inTurn('test-turn', new AbortController().signal, async () => undefined);
    expect(done).to.equal(false);
  });

  it('is not waited for without end once it has ended, by whoever comes next', async () => {
    const ending = new AbortController();
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const never = () => {
      begin();
      return new Promise<never>(() => undefined);
    };
    const first = inTurn('test-turn', ending.signal, never, 5);
    await begun;
    const second = inTurn('test-turn', new AbortController().signal, async () => 'second');
    ending.abort();
    expect(await first.catch(({ message }: Error) => message)).to.contain('not finished in time');
    expect(await second).to.equal('second');
  });

  it('is waited for when it finishes soon after its end', async () => {
    const ending = new AbortController();
    let finish = (_: string): void => undefined;
    const slow = () => new Promise<string>((resolve) => (finish = resolve));
    const work = inTurn('test-turn', ending.signal, slow, 1000);
    await new Promise((resolve) => setTimeout(resolve, 5));
    ending.abort();
    finish('done');
    expect(await work).to.equal('done');
  });
});
