import { expect } from 'chai';
import { createActor, waitFor } from 'xstate';
import { formEntryMachine } from '../../src/machines/form-entry.ts';
import { keepOpenForm } from '../../src/web/keep-open-form.ts';
import { guardLeaving } from '../../src/web/leave-guard.ts';
import { aRegistration, DAVID, plans } from '../machines/a-registration.ts';

/** A form whose draft is kept when the test lets it, and the page that it is on. */
function onPage() {
  const waiting: (() => void)[] = [];
  const keeper = {
    saveDraft: () => new Promise<number>((resolve) => waiting.push(() => resolve(1))),
    submit: () => Promise.reject(new Error('not in this test')),
  };
  const { form } = aRegistration();
  const rest = { plans: [], candidates: [], user: DAVID, autosaveDelay: 60_000 };
  const actor = createActor(formEntryMachine, { input: { form, keeper, ...rest } }).start();
  const page = new EventTarget();
  let open: typeof actor | undefined = actor;
  guardLeaving(() => open, page);
  const asks = () => !page.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  return { actor, waiting, asks, close: () => (open = undefined) };
}

describe('leaving the page', () => {
  it('is free where nothing was answered, or no form is open', () => {
    const { asks, close } = onPage();
    expect(asks()).to.equal(false);
    close();
    expect(asks()).to.equal(false);
  });

  it('is asked about while an answer is not kept, which is done at once', async () => {
    const { actor, waiting, asks } = onPage();
    actor.send({ type: 'answer', ref: '/data/name', value: 'Asha' });
    expect(asks()).to.equal(true);
    expect(waiting).to.have.length(1);
    expect(asks()).to.equal(true);
    waiting[0]?.();
    await waitFor(actor, (state) => state.matches({ entering: 'saved' }));
    expect(asks()).to.equal(false);
    actor.stop();
  });

  it('is asked about where a filled-in form waits for an owner and could not be kept', async () => {
    const { form } = aRegistration();
    const full = () => Promise.reject(new Error('The disk is full'));
    const rest = { plans: plans('shared'), candidates: [], user: DAVID, autosaveDelay: 60_000 };
    const keeper = { saveDraft: full, submit: full };
    const actor = createActor(formEntryMachine, { input: { form, keeper, ...rest } }).start();
    const page = new EventTarget();
    guardLeaving(() => actor, page);
    actor.send({ type: 'answer', ref: '/data/name', value: 'Asha' });
    actor.send({ type: 'complete' });
    await waitFor(
      actor,
      (state) => state.matches('blocked') && state.context.problem !== undefined,
    );
    expect(page.dispatchEvent(new Event('beforeunload', { cancelable: true }))).to.equal(false);
    actor.stop();
  });
});

describe('a form that is taken off the page', () => {
  it('is written at once, and is waited for until that has ended', async () => {
    const { actor, waiting } = onPage();
    actor.send({ type: 'answer', ref: '/data/name', value: 'Asha' });
    let kept = false;
    const keeping = keepOpenForm(actor).then(() => (kept = true));
    expect(waiting).to.have.length(1);
    await new Promise((resolve) => setTimeout(resolve));
    expect(kept).to.equal(false);
    waiting[0]?.();
    await keeping;
  });

  it('is kept as a draft where it was on its way and was not taken', async () => {
    const { actor, waiting } = onPage();
    actor.send({ type: 'answer', ref: '/data/name', value: 'Asha' });
    actor.send({ type: 'complete' });
    expect(actor.getSnapshot().matches('submitting')).to.equal(true);
    const keeping = keepOpenForm(actor);
    await waitFor(actor, (state) => state.matches('leaving'));
    waiting[0]?.();
    await keeping;
    expect(actor.getSnapshot().matches('left')).to.equal(true);
  });

  it('is not written where nothing was answered', async () => {
    const { actor, waiting } = onPage();
    await keepOpenForm(actor);
    expect(waiting).to.be.empty;
  });
});
