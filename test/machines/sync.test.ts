import { expect } from 'chai';
import { createActor, fromPromise, SimulatedClock, waitFor } from 'xstate';
import { getStateNodes } from 'xstate/graph';
import { syncMachine } from '../../src/machines/sync.ts';
import type { SyncEnd, SyncReport } from '../../src/sync/synchronize.ts';

const DONE: SyncEnd = { kind: 'done' };
const OFFLINE: SyncEnd = {
  ...{ kind: 'later', reason: 'offline', message: 'No connection', afterSeconds: 30 },
};
const SIGN_IN: SyncEnd = { kind: 'signIn', message: 'Your session has ended' };

function report(end: SyncEnd): SyncReport {
  const nothing = { sent: [], rejected: [], changed: [], departed: [], problems: [] };
  return { end, restored: 'none', ...nothing };
}

/** A device whose synchronizations end as given, one after the other; a string is a failure of the store. */
function device(...ends: readonly (SyncEnd | string)[]) {
  const asked: number[] = [];
  const signIns: string[] = [];
  const seen: unknown[] = [];
  const clock = new SimulatedClock();
  const machine = syncMachine.provide({
    actors: {
      synchronize: fromPromise(async ({ input }) => {
        const end = ends[asked.length] ?? 'asked once too often';
        asked.push(input.failures);
        await Promise.resolve();
        if (typeof end === 'string') throw new Error(end);
        return report(end);
      }),
      signIn: fromPromise(async ({ input }) => {
        signIns.push(input.username);
        if (input.password !== 'right') throw new Error('Wrong password');
      }),
    },
  });
  const actor = createActor(machine, { clock });
  actor.subscribe(({ value }) => seen.push(value));
  actor.start();
  const reach = (state: Parameters<ReturnType<typeof actor.getSnapshot>['matches']>[0]) =>
    waitFor(actor, (snapshot) => snapshot.matches(state), { timeout: 1000 });
  const request = () => actor.send({ type: 'sync.request' });
  const signIn = (password: string) =>
    actor.send({ type: 'sync.signIn', username: 'david', password });
  const problem = () => actor.getSnapshot().context.problem;
  return { actor, asked, signIns, seen, clock, reach, request, signIn, problem };
}

describe('synchronizing', () => {
  it('runs when it is asked for, and is idle again', async () => {
    const { asked, reach, request, problem } = device(DONE, DONE);
    request();
    await reach('idle');
    request();
    await reach('idle');
    expect(asked).to.deep.equal([0, 0]);
    expect(problem()).to.be.undefined;
  });

  it('runs once more, and only once, when it was asked for while it ran', async () => {
    const { asked, reach, request } = device(DONE, DONE);
    request();
    request();
    request();
    await reach('idle');
    expect(asked).to.have.length(2);
  });

  it('tries again by itself when the time has come, and tells how often it has failed', async () => {
    const { asked, clock, reach, request, problem } = device(OFFLINE, OFFLINE, DONE);
    request();
    await reach('waiting');
    expect(problem()).to.equal('No connection');
    clock.increment(29_999);
    expect(asked).to.have.length(1);
    clock.increment(1);
    await reach('waiting');
    clock.increment(30_000);
    await reach('idle');
    expect(asked).to.deep.equal([0, 1, 2]);
    expect(problem()).to.be.undefined;
  });

  it('does not wait when somebody asks for it', async () => {
    const { asked, clock, reach, request } = device(OFFLINE, DONE);
    request();
    await reach('waiting');
    request();
    await reach('idle');
    clock.increment(60_000);
    expect(asked).to.have.length(2);
  });

  it('counts anew after a success', async () => {
    const { asked, reach, request } = device(OFFLINE, DONE, DONE);
    request();
    await reach('waiting');
    request();
    await reach('idle');
    request();
    await reach('idle');
    expect(asked).to.deep.equal([0, 1, 0]);
  });

  it('stops and says why when trying again cannot help, until it is asked', async () => {
    const failed: SyncEnd = { kind: 'failed', message: 'The server speaks another language' };
    const { asked, clock, reach, request, problem } = device(failed, DONE);
    request();
    await reach('failed');
    expect(problem()).to.equal('The server speaks another language');
    clock.increment(3_600_000);
    expect(asked).to.have.length(1);
    request();
    await reach('idle');
    expect(problem()).to.be.undefined;
  });

  it('says what the store could not do', async () => {
    const { reach, request, problem } = device('The disk is full');
    request();
    await reach('failed');
    expect(problem()).to.equal('The disk is full');
  });
});

describe('a session that has ended', () => {
  it('asks to sign in, again after a wrong password, and then goes on', async () => {
    const { actor, asked, signIns, reach, request, signIn, problem } = device(SIGN_IN, DONE);
    request();
    await reach('signInNeeded');
    expect(problem()).to.equal('Your session has ended');
    signIn('wrong');
    expect(actor.getSnapshot().value).to.equal('signingIn');
    await reach('signInNeeded');
    expect(problem()).to.equal('Wrong password');
    signIn('right');
    await reach('idle');
    expect(signIns).to.deep.equal(['david', 'david']);
    expect(asked).to.have.length(2);
  });

  it('sends nothing until somebody has signed in', async () => {
    const { asked, clock, reach, request } = device(SIGN_IN);
    request();
    await reach('signInNeeded');
    request();
    clock.increment(3_600_000);
    expect(asked).to.have.length(1);
  });
});

describe('the states of synchronizing', () => {
  it('are all reached', async () => {
    const { seen, clock, reach, request, signIn } = device(OFFLINE, SIGN_IN, DONE, 'full');
    request();
    await reach('waiting');
    clock.increment(30_000);
    await reach('signInNeeded');
    signIn('right');
    await reach('idle');
    request();
    await reach('failed');
    const states = getStateNodes(syncMachine).map((node) => node.key);
    // It is passed within one step: nobody sees it, only its outcome.
    expect([...new Set([...seen, 'judging'])].sort()).to.deep.equal(states.sort());
  });
});
