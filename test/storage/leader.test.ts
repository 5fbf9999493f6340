import { expect } from 'chai';
import { seekLead } from '../../src/storage/leader.ts';

function turn(name: string): { won: Promise<void>; resign: () => void; leads: () => boolean } {
  let leads = false;
  let resign = (): void => undefined;
  const won = new Promise<void>((resolve) => {
    resign = seekLead(name, () => {
      leads = true;
      resolve();
    });
  });
  return { won, resign: () => resign(), leads: () => leads };
}

async function held(name: string): Promise<number> {
  const { held = [] } = await navigator.locks.query();
  return held.filter((lock) => lock.name === name).length;
}

describe('seekLead', () => {
  it('gives the lead to the first, and to the next when the first resigns', async () => {
    const [first, second] = [turn('lead-1'), turn('lead-1')];
    await first.won;
    expect(second.leads()).to.be.false;
    first.resign();
    await second.won;
    expect(await held('lead-1')).to.equal(1);
    second.resign();
  });

  it('gives the lead to another tab when the tab that leads is closed', async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const locks = frame.contentWindow!.navigator.locks;
    await new Promise<void>((resolve) => {
      void locks.request('lead-2', () => {
        resolve();
        return new Promise(() => undefined);
      });
    });
    const mine = turn('lead-2');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(mine.leads()).to.be.false;
    frame.remove();
    await mine.won;
    mine.resign();
  });

  it('never leads after it has stopped waiting', async () => {
    const [first, second] = [turn('lead-3'), turn('lead-3')];
    await first.won;
    second.resign();
    first.resign();
    const third = turn('lead-3');
    await third.won;
    expect(second.leads()).to.be.false;
    third.resign();
  });
});
