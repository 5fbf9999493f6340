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
});
