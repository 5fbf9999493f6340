import { expect } from 'chai';
import { createActor, SimulatedClock, waitFor } from 'xstate';
import type {
  DraftState,
  FormEntryEvent,
  FormEntryInput,
  FormKeeper,
} from '../../src/machines/form-entry.ts';
import { formEntryMachine } from '../../src/machines/form-entry.ts';
import type { FinishedWork } from '../../src/machines/workspace/opened-form.ts';
import { aCase } from '../case/a-case.ts';
import { aRegistration, DAVID, NORTH, plans, SOUTH } from './a-registration.ts';

const ASHA: FormEntryEvent = { type: 'answer', ref: '/data/name', value: 'Asha' };

const FINISHED: FinishedWork = {
  ...{ formName: 'Registration', xml: '', instanceId: 'i1' },
  outcome: { kind: 'repeated' },
};

/** Where the form goes in a test: it remembers what came, and fails with `failure` while there is one. */
class Keeper implements FormKeeper {
  readonly drafts: ({ readonly xml: string } & DraftState)[] = [];
  readonly submitted: string[] = [];
  failure: string | undefined;

  constructor(readonly form: FormEntryInput['form']) {}

  async saveDraft(state: DraftState): Promise<number> {
    if (this.failure !== undefined) throw new Error(this.failure);
    this.drafts.push({ xml: this.form.draftXml(), ...state });
    return this.drafts.length;
  }

  async submit(): Promise<FinishedWork> {
    if (this.failure !== undefined) throw new Error(this.failure);
    this.submitted.push(this.form.submissionXml());
    return FINISHED;
  }
}

const ASKING = { plans: plans('shared', 'ask'), candidates: [NORTH, SOUTH] };

/** A form that somebody has just opened. */
function entering(given: Partial<FormEntryInput> = {}) {
  const scenario = aRegistration();
  const keeper = new Keeper(scenario.form);
  const clock = new SimulatedClock();
  const input: FormEntryInput = {
    ...{ form: scenario.form, keeper, autosaveDelay: 1000, user: DAVID },
    ...{ plans: plans('shared'), candidates: [NORTH] },
    ...given,
  };
  const actor = createActor(formEntryMachine, { input, clock });
  const told: unknown[] = [];
  actor.subscribe(({ value }) => told.push(value));
  actor.start();
  const context = () => actor.getSnapshot().context;
  const reach = (state: Parameters<ReturnType<typeof actor.getSnapshot>['matches']>[0]) =>
    waitFor(actor, (snapshot) => snapshot.matches(state), { timeout: 1000 });
  return { scenario, keeper, clock, actor, context, reach, told };
}

describe('filling in a form', () => {
  it('gives answers, items and the language to the form at once', () => {
    const { scenario, actor } = entering();
    const sources: string[] = [];
    scenario.form.onTransaction(({ source, edits }) => sources.push(`${source} ${edits[0]?.kind}`));
    actor.send(ASHA);
    actor.send({ type: 'repeat.add', ref: '/data/child' });
    actor.send({ type: 'repeat.remove', ref: '/data/child[1]' });
    actor.send({ type: 'language', language: 'fr' });
    expect(scenario.value('/data/name')).to.equal('Asha');
    expect(sources).to.deep.equal([
      'user setValue',
      'user addRepeat',
      'user removeRepeat',
      'user setLanguage',
    ]);
  });

  it('saves the draft when nothing has changed for a while, and not before', async () => {
    const { keeper, clock, actor, context, reach } = entering();
    actor.send(ASHA);
    clock.increment(900);
    actor.send({ ...ASHA, value: 'Asha B' });
    clock.increment(900);
    expect(keeper.drafts).to.deep.equal([]);
    clock.increment(100);
    await reach({ entering: 'saved' });
    expect(keeper.drafts).to.have.length(1);
    expect(keeper.drafts[0]?.xml).to.contain('<name>Asha B</name>');
    expect(context().savedAt).to.equal(1);
    clock.increment(10_000);
    expect(keeper.drafts).to.have.length(1);
  });

  it('tries again when a draft could not be saved, and says so meanwhile', async () => {
    const { keeper, clock, actor, context, reach } = entering();
    keeper.failure = 'The disk is full';
    actor.send(ASHA);
    clock.increment(1000);
    await reach({ entering: 'changed' });
    expect(context().problem).to.equal('The disk is full');
    keeper.failure = undefined;
    clock.increment(1000);
    await reach({ entering: 'saved' });
    expect(context().problem).to.be.undefined;
    expect(keeper.drafts).to.have.length(1);
  });

  it('saves once more what changes while a draft is being saved', async () => {
    const { keeper, clock, actor, reach } = entering();
    actor.send(ASHA);
    clock.increment(1000);
    actor.send({ ...ASHA, value: 'Bea' });
    clock.increment(1000);
    await reach({ entering: 'saved' });
    expect(keeper.drafts.at(-1)?.xml).to.contain('<name>Bea</name>');
  });
});

describe('completing a form', () => {
  it('stays at the questions while one is missing, and counts the attempts', () => {
    const { actor, context, keeper } = entering();
    actor.send({ type: 'complete' });
    expect(actor.getSnapshot().matches('entering')).to.be.true;
    expect(context()).to.deep.include({ invalid: ['/data/name'], attempts: 1 });
    actor.send({ type: 'complete' });
    expect(context().attempts).to.equal(2);
    expect(keeper.submitted).to.deep.equal([]);
  });

  it('stays at an answer that was refused, until one is given that is taken', async () => {
    const { scenario, actor, context, keeper, reach } = entering();
    actor.send(ASHA);
    actor.send({ ...ASHA, value: '' });
    actor.send({ type: 'complete' });
    expect(actor.getSnapshot().matches('entering')).to.be.true;
    expect(context()).to.deep.include({ invalid: ['/data/name'], attempts: 1 });
    expect(scenario.value('/data/name')).to.equal('Asha');
    actor.send({ ...ASHA, value: 'Bea' });
    actor.send({ type: 'complete' });
    await reach('submitted');
    expect(keeper.submitted[0]).to.contain('<name>Bea</name>');
  });

  it('hands the form over with its owner, and ends with what became of it', async () => {
    const { actor, keeper, reach } = entering();
    actor.send(ASHA);
    actor.send({ type: 'complete' });
    await reach('submitted');
    expect(actor.getSnapshot().output).to.deep.equal({ kind: 'submitted', finished: FINISHED });
    expect(keeper.submitted).to.have.length(1);
    expect(keeper.submitted[0]).to.contain('<owner_id>g-north</owner_id>');
  });

  it('loses nothing when the form is not taken, and says why until it is handed over again', async () => {
    const { scenario, actor, keeper, clock, context, reach } = entering();
    actor.send(ASHA);
    keeper.failure = 'The case is closed';
    actor.send({ type: 'complete' });
    await reach({ entering: 'changed' });
    expect(scenario.value('/data/name')).to.equal('Asha');
    expect(context().problem).to.equal('The case is closed');
    keeper.failure = undefined;
    clock.increment(1000);
    await reach({ entering: 'saved' });
    expect(keeper.drafts.at(-1)?.xml).to.contain('Asha');
    expect(context().problem).to.equal('The case is closed');
    actor.send({ type: 'complete' });
    expect(context().problem).to.be.undefined;
    await reach('submitted');
  });

  it('lets the person choose the owner where the app asks', async () => {
    const { actor, keeper, reach } = entering(ASKING);
    actor.send(ASHA);
    actor.send({ type: 'complete' });
    actor.send({ type: 'owner.choose', ownerId: 'g-south' });
    await reach('submitted');
    expect(keeper.submitted[0]).to.contain('<owner_id>g-south</owner_id>');
  });

  it('goes back to the questions instead of choosing', () => {
    const { actor } = entering(ASKING);
    actor.send(ASHA);
    actor.send({ type: 'complete' });
    expect(actor.getSnapshot().value).to.equal('managingCases');
    actor.send({ type: 'resume' });
    expect(actor.getSnapshot().value).to.deep.equal({ entering: 'changed' });
  });

  for (const back of ['resume', 'leave'] as const) {
    it(`asks for the owner once more after a look that ended with ${back}, but keeps what the form gives`, async () => {
      const preview = () => [
        { case: aCase('m1'), isNew: true, heldBy: new Map(), isHeldHere: false },
      ];
      const { actor, scenario, reach } = entering({ ...ASKING, review: 'always', preview });
      scenario.answer('/data/owner', 'g-elsewhere');
      scenario.addRepeat('/data/child');
      actor.send(ASHA);
      actor.send({ type: 'complete' });
      actor.send({ type: 'owner.choose', ownerId: 'g-south' });
      const owners = ['/data/case', '/data/child[1]/case'].map((of) => `${of}/create/owner_id`);
      expect(owners.map((ref) => scenario.value(ref))).to.deep.equal(['g-elsewhere', 'g-south']);
      actor.send({ type: back });
      expect(owners.map((ref) => scenario.value(ref))).to.deep.equal(['g-elsewhere', '']);
      await reach(back === 'resume' ? 'entering' : 'left');
    });
  }

  it('goes back to the questions with the reason when the look at the cases fails', async () => {
    const preview = () => {
      throw new Error('The cases could not be read');
    };
    const { actor, scenario, context, reach } = entering({ review: 'always', preview });
    actor.send(ASHA);
    actor.send({ type: 'complete' });
    await reach({ entering: 'changed' });
    expect(context().problem).to.equal('The cases could not be read');
    expect(scenario.value('/data/name')).to.equal('Asha');
  });
});

describe('a form without an owner', () => {
  async function blocked() {
    const opened = entering({ candidates: [] });
    opened.actor.send(ASHA);
    opened.actor.send({ type: 'complete' });
    await opened.reach('blocked');
    return opened;
  }

  it('is kept as a draft that waits for one, with the reason', async () => {
    const { keeper, context } = await blocked();
    expect(keeper.drafts).to.have.length(1);
    expect(keeper.drafts[0]).to.include({ ownerPending: true });
    expect(keeper.drafts[0]?.xml).to.contain('Asha');
    expect(context().ownerProblem).to.include({ kind: 'noCandidate' });
    expect(keeper.submitted).to.deep.equal([]);
  });

  it('can be gone on with', async () => {
    const { actor, scenario, context } = await blocked();
    actor.send({ type: 'resume' });
    actor.send({ ...ASHA, value: 'Bea' });
    expect(scenario.value('/data/name')).to.equal('Bea');
    expect(context().ownerProblem).to.be.undefined;
  });

  it('is left as what it is', async () => {
    const { actor, keeper, reach } = await blocked();
    actor.send({ type: 'leave' });
    await reach('left');
    expect(keeper.drafts.at(-1)).to.include({ ownerPending: true });
  });

  it('is not left while its draft cannot be kept', async () => {
    const { actor, keeper, scenario, context, reach } = entering({ candidates: [] });
    keeper.failure = 'The disk is full';
    actor.send(ASHA);
    actor.send({ type: 'complete' });
    await reach('blocked');
    actor.send({ type: 'leave' });
    await reach('entering');
    expect(context().problem).to.equal('The disk is full');
    expect(scenario.value('/data/name')).to.equal('Asha');
  });
});

describe('leaving a form', () => {
  it('keeps what has changed first', async () => {
    const { actor, keeper, reach } = entering();
    actor.send(ASHA);
    actor.send({ type: 'leave' });
    await reach('left');
    expect(actor.getSnapshot().output).to.deep.equal({ kind: 'left' });
    expect(keeper.drafts).to.have.length(1);
    expect(keeper.drafts[0]).to.include({ ownerPending: false });
  });

  it('keeps no draft of a form that nobody touched', () => {
    const { actor, keeper } = entering();
    actor.send({ type: 'leave' });
    expect(actor.getSnapshot().value).to.equal('left');
    expect(keeper.drafts).to.deep.equal([]);
  });

  it('stays when it cannot be kept', async () => {
    const { actor, keeper, context, reach } = entering();
    keeper.failure = 'The disk is full';
    actor.send(ASHA);
    actor.send({ type: 'leave' });
    await reach('entering');
    expect(context().problem).to.equal('The disk is full');
    keeper.failure = undefined;
    actor.send({ type: 'leave' });
    await reach('left');
  });
});

describe('keeping a form that is being filled in', () => {
  it('does not wait where the page may go away, and has nothing to do where all is kept', async () => {
    const { actor, keeper, reach } = entering();
    actor.send({ type: 'save' });
    expect(actor.getSnapshot().matches({ entering: 'saved' })).to.equal(true);
    actor.send(ASHA);
    actor.send({ type: 'save' });
    await reach({ entering: 'saved' });
    expect(keeper.drafts).to.have.length(1);
  });
});

/** The reference in the address of the page. */
function refOf(page: string | undefined): string | undefined {
  return page?.split('#')[0];
}

describe('filling in a form page by page', () => {
  it('goes on when the page has nothing to check, and comes to an end', () => {
    const { actor, context } = entering({ oneByOne: true });
    const pages = [refOf(context().page)];
    actor.send(ASHA);
    for (let step = 0; step < 4; step += 1) {
      actor.send({ type: 'page.next' });
      pages.push(refOf(context().page));
    }
    expect(pages).to.deep.equal(['/data/name', '/data/owner', '/data', 'end', 'end']);
  });

  it('stays at a page with a question that is missing, and says which', () => {
    const { actor, context } = entering({ oneByOne: true });
    actor.send({ type: 'page.next' });
    expect(refOf(context().page)).to.equal('/data/name');
    expect([context().invalid, context().attempts]).to.deep.equal([['/data/name'], 1]);
    actor.send(ASHA);
    actor.send({ type: 'page.next' });
    expect([refOf(context().page), context().invalid]).to.deep.equal(['/data/owner', []]);
  });

  it('goes back past anything, and keeps the answers', () => {
    const { actor, context, scenario } = entering({ oneByOne: true });
    actor.send(ASHA);
    actor.send({ type: 'page.next' });
    actor.send({ type: 'page.previous' });
    actor.send({ type: 'page.previous' });
    expect(refOf(context().page)).to.equal('/data/name');
    expect(scenario.node('/data/name').lexical).to.equal('Asha');
  });

  it('leads into an item that was just added, and from its last question to the place to add another', () => {
    const { actor, context } = entering({ oneByOne: true });
    actor.send({ type: 'page.goTo', page: 'end' });
    actor.send({ type: 'page.previous' });
    actor.send({ type: 'repeat.add', ref: '/data/child' });
    expect(refOf(context().page)).to.equal('/data/child[1]/name');
    actor.send({ type: 'page.next' });
    expect(refOf(context().page)).to.equal('/data');
  });

  it('goes to the page of the first question to check when the form cannot be sent', () => {
    const { actor, context } = entering({ oneByOne: true });
    actor.send({ type: 'page.goTo', page: 'end' });
    actor.send({ type: 'complete' });
    expect([refOf(context().page), context().invalid]).to.deep.equal([
      '/data/name',
      ['/data/name'],
    ]);
  });

  it('stays where it is in another language, and when somebody wants all on one page and back', () => {
    const { actor, context } = entering({ oneByOne: true });
    actor.send({ type: 'page.goTo', page: '/data/owner' });
    actor.send({ type: 'language', language: 'fr' });
    expect(refOf(context().page)).to.equal('/data/owner');
    actor.send({ type: 'page.mode', oneByOne: true });
    expect(refOf(context().page)).to.equal('/data/owner');
    actor.send({ type: 'page.mode', oneByOne: false });
    actor.send({ type: 'page.next' });
    expect(context().page).to.equal(undefined);
    actor.send({ type: 'page.mode', oneByOne: true });
    expect(refOf(context().page)).to.equal('/data/name');
  });

  it('keeps the page with the draft, and begins there when somebody goes on with it', async () => {
    const { actor, clock, keeper, reach } = entering({ oneByOne: true });
    actor.send(ASHA);
    actor.send({ type: 'page.next' });
    clock.increment(1000);
    await reach({ entering: 'saved' });
    const leftAt = keeper.drafts[0]?.page;
    expect(refOf(leftAt)).to.equal('/data/owner');
    const again = entering({ oneByOne: true, leftAt });
    expect(refOf(again.context().page)).to.equal('/data/owner');
  });
});
