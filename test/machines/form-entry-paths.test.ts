import { expect } from 'chai';
import type { AnyEventObject, AnyMachineSnapshot } from 'xstate';
import { assign } from 'xstate';
import type { CaseAction } from '../../src/case/case-transaction.ts';
import type { FutureCase } from '../../src/machines/case-management.ts';
import type {
  FormEntryContext,
  FormEntryEvent,
  FormEntryInput,
} from '../../src/machines/form-entry.ts';
import { formEntryMachine } from '../../src/machines/form-entry.ts';
import type { FormInstance } from '../../src/xforms/form-instance.ts';
import { aCase } from '../case/a-case.ts';
import { aRegistration, DAVID, NORTH, plans, SOUTH } from './a-registration.ts';
import { LiveEntry } from './support/live-entry.ts';
import type { Path } from './support/machine-paths.ts';
import {
  allStates,
  allTransitions,
  eventName,
  pathsThrough,
  Witness,
} from './support/machine-paths.ts';

interface Turns {
  readonly back?: ModelForm;
  readonly forth?: ModelForm;
}

/** What the model knows of a form: what its questions were answered, which owner was chosen, and whether an answer was refused. */
class ModelForm {
  constructor(
    readonly name = '',
    readonly children = 0,
    readonly chosen = '',
    readonly refused = false,
    /** What can be taken back or done again, one step each way; `undefined` in worlds in which nobody does. */
    readonly turns?: Turns,
  ) {}

  /** What is as it was before leaves no step behind. */
  after(event: FormEntryEvent): ModelForm {
    const after = this.#changedBy(event);
    return after.same(this) ? this : after.with(this.turns && { back: this.with({}) });
  }

  same({ name, children, chosen, refused }: ModelForm): boolean {
    return (
      this.name === name &&
      this.children === children &&
      this.chosen === chosen &&
      this.refused === refused
    );
  }

  with(turns: Turns | undefined): ModelForm {
    return new ModelForm(this.name, this.children, this.chosen, this.refused, turns);
  }

  settled(): ModelForm {
    const { back } = this.turns ?? {};
    return this.with(this.turns && (back === undefined ? {} : { back }));
  }

  turned(direction: keyof Turns): ModelForm {
    const other = direction === 'back' ? 'forth' : 'back';
    return this.turns?.[direction]?.with({ [other]: this.with({}) }) ?? this;
  }

  #changedBy(event: FormEntryEvent): ModelForm {
    switch (event.type) {
      case 'answer':
        return this.answered(event.value);
      case 'repeat.add':
        return this.withChildren(this.children + 1);
      case 'repeat.remove':
        return this.withChildren(this.children - 1);
      case 'owner.choose':
        return isCandidate(event.ownerId) ? this.owned(event.ownerId) : this;
      default:
        return this;
    }
  }

  owned(chosen: string): ModelForm {
    return new ModelForm(this.name, this.children, chosen, this.refused, this.turns);
  }

  /** The question is required: in CommCare's forms it keeps what it had, but not what somebody means to send. */
  answered(name: string): ModelForm {
    const refused = name === '' && this.name !== '';
    return new ModelForm(name || this.name, this.children, this.chosen, refused);
  }

  withChildren(children: number): ModelForm {
    return new ModelForm(this.name, children, this.chosen, this.refused);
  }

  toCheck() {
    return this.name === '' || this.refused ? [{ node: { ref: '/data/name' } }] : [];
  }

  /** What is empty stays refused. */
  retryRefused(): void {}

  /** What the pages are about: the required name, the owner, a child, and whether there is another child. */
  get pages(): readonly string[] {
    const children = this.children === 0 ? [] : [CHILD];
    return ['/data/name', '/data/owner', ...children, MORE, 'end'];
  }

  /** The step is not part of this model: the world says how it ends. */
  nodesOf(): readonly never[] {
    return [];
  }
}

const CHILD = '/data/child[1]/name';
const MORE = '/data';

/** Where a page leads: the child may have been taken out again. */
function placeOf(form: ModelForm, page: string): number {
  return form.pages.indexOf(page === CHILD && form.children === 0 ? MORE : page);
}

function turned(form: ModelForm, page: string, steps: 1 | -1): string {
  const place = Math.min(Math.max(placeOf(form, page) + steps, 0), form.pages.length - 1);
  return form.pages[place] ?? '';
}

function isCandidate(ownerId: string): boolean {
  return [NORTH, SOUTH].some(({ id }) => id === ownerId);
}

/** The machine itself, over the model of a form: its actors only answer what the world says. */
const model = formEntryMachine.provide({
  guards: {
    canUndo: ({ context }) => formOf(context).turns?.back !== undefined,
    canRedo: ({ context }) => formOf(context).turns?.forth !== undefined,
  },
  actions: {
    takeBack: assign(({ context }) => modelOf(formOf(context).turned('back'))),
    doAgain: assign(({ context }) => modelOf(formOf(context).turned('forth'))),
    transact: assign(({ context, event }) => modelOf(formOf(context).after(event))),
    // What the form writes when it is complete cannot be undone alone, so nothing can be done again over it.
    revalidate: assign(({ context }) => modelOf(formOf(context).settled())),
    rememberOwner: assign(({ context, event }) => modelOf(formOf(context).after(event))),
    withdrawOwners: assign(({ context }) => modelOf(formOf(context).owned(''))),
    noteInvalid: assign(({ context: { attempts, page } }) => ({
      ...{ invalid: ['/data/name'], attempts: attempts + 1 },
      page: page && '/data/name',
    })),
    goForward: assign(({ context }) => {
      const { attempts, page } = context;
      const form = formOf(context);
      if (page === undefined) return {};
      if (placeOf(form, page) === 0 && form.toCheck().length > 0)
        return { invalid: ['/data/name'], attempts: attempts + 1 };
      return { invalid: [], page: turned(form, page, 1) };
    }),
    goBack: assign({
      page: ({ context }) => context.page && turned(formOf(context), context.page, -1),
    }),
    goToPage: assign({
      page: ({ context: { page }, event }) =>
        event.type === 'page.goTo' && page !== undefined ? event.page : page,
    }),
    goToNewItem: assign({
      page: ({ context }) =>
        context.page &&
        placeOf(formOf(context), context.page) === formOf(context).pages.indexOf(MORE)
          ? CHILD
          : context.page,
    }),
    setMode: assign({
      page: ({ context: { page }, event }) =>
        event.type === 'page.mode' && event.oneByOne ? (page ?? '/data/name') : undefined,
    }),
  },
});

function formOf({ form }: { readonly form: unknown }): ModelForm {
  return form as ModelForm;
}

function modelOf(form: ModelForm): { readonly form: FormInstance } {
  return { form: form as unknown as FormInstance };
}

/** An app and a user, and what the case-management step comes to for them. */
interface World {
  readonly name: string;
  readonly given: Partial<FormEntryInput>;
  readonly step: 'done' | 'blocked' | 'failed';
  /** The person has to choose the owner. */
  readonly asks: boolean;
  /** The person has to agree. */
  readonly looks: boolean;
  /** The questions are asked page by page, whenever the person wants that. */
  readonly pages?: boolean;
  /** The person takes back what they have done. */
  readonly turns?: boolean;
}

const ELSEWHERE: FutureCase = {
  case: aCase('m1', { ownerId: 'g-elsewhere' }),
  ...{ isNew: true, heldBy: new Map([['g-elsewhere', 'm1']]), isHeldHere: false },
};
const asked = { plans: plans('shared', 'ask'), candidates: [NORTH, SOUTH] };
const looked = { review: 'always', preview: () => [ELSEWHERE] } as const;
const broken = () => {
  throw new Error('The cases could not be read');
};

const worlds: readonly World[] = [
  { name: 'one group', given: {}, step: 'done', asks: false, looks: false },
  { name: 'second thoughts', given: {}, step: 'done', asks: false, looks: false, turns: true },
  { name: 'page by page', given: {}, step: 'done', asks: false, looks: false, pages: true },
  { name: 'no group', given: { candidates: [] }, step: 'blocked', asks: false, looks: false },
  { name: 'two groups', given: { ...asked }, step: 'done', asks: true, looks: false },
  { name: 'two groups and a look', given: { ...asked, ...looked }, step: 'done', asks: true, looks: true },
  { name: 'a look that fails', given: { review: 'always', preview: broken }, step: 'failed', asks: false, looks: false },
]; // prettier-ignore

const DISK_FULL = new Error('The disk is full');
const NOT_TAKEN = new Error('The case is closed');

/** What can happen at an event of that name. One that the machine has and this has not fails the test. */
const happenings: Readonly<
  Record<string, (form: ModelForm, world: World) => readonly Readonly<Record<string, unknown>>[]>
> = {
  answer: () => ['', 'Asha'].map((value) => ({ ref: '/data/name', value })),
  'repeat.add': ({ children }) => (children === 0 ? [{ ref: '/data/child' }] : []),
  'repeat.remove': ({ children }) => (children === 0 ? [] : [{ ref: '/data/child[1]' }]),
  undo: ({ turns }) => (turns?.back === undefined ? [] : [{}]),
  redo: ({ turns }) => (turns?.forth === undefined ? [] : [{}]),
  language: () => [{ language: 'fr' }],
  'page.next': eachPage,
  'page.previous': eachPage,
  'page.goTo': (form, world) => eachPage(form, world).map(() => ({ page: '/data/owner' })),
  'page.mode': (_, { pages }) => (pages ? [{ oneByOne: true }, { oneByOne: false }] : []),
  complete: once,
  save: (_, { name }) => (name === 'one group' ? [{}] : []),
  leave: once,
  resume: once,
  'owner.choose': ({ chosen }) =>
    chosen === '' ? ['g-south', 'g-elsewhere'].map((ownerId) => ({ ownerId })) : [],
  'owner.confirm': ({ chosen }) => (chosen === '' ? [{}] : []),
  'after autosave': once,
  'saveDraft done': () => [{ output: 1 }],
  'saveDraft failed': (_, { pages }) => (pages ? [] : [{ error: DISK_FULL }]),
  'submitForm done': () => [{ output: { formName: 'Mother' } }],
  'submitForm failed': (_, { pages }) => (pages ? [] : [{ error: NOT_TAKEN }]),
  'caseManagement done': (form, world) => {
    if (world.step === 'failed' || isAsking(form, world)) return [];
    return [
      { output: world.step === 'done' ? { kind: 'done' } : { kind: 'blocked', problem: {} } },
    ];
  },
  'caseManagement failed': (_, { step }) =>
    step === 'failed' ? [{ error: new Error('The cases could not be read') }] : [],
};

function eachPage(_: ModelForm, { pages }: World) {
  return pages ? [{}] : [];
}

function once(): readonly [Readonly<Record<string, never>>] {
  return [{}];
}

function isAsking({ chosen }: ModelForm, { asks }: World): boolean {
  return asks && chosen === '';
}

/** The case-management step ends before anybody can do anything. */
function isPassing(state: AnyMachineSnapshot, world: World): boolean {
  return state.value === 'managingCases' && !isAsking(formOf(state.context), world) && !world.looks;
}

function eventsIn(state: AnyMachineSnapshot, world: World): AnyEventObject[] {
  const transitions = state._nodes.flatMap((node) => [...node.transitions.values()].flat());
  const types = new Map(transitions.map((each) => [each.eventType, eventName(each)]));
  return [...types].flatMap(([type, name]) => {
    if (isPassing(state, world) && !name.startsWith('caseManagement')) return [];
    const payloads = happenings[name];
    if (payloads === undefined) throw new RangeError(`The test has no event for “${name}”`);
    return payloads(formOf(state.context), world).map((payload) => ({ type, ...payload }));
  });
}

/** What makes a difference to what can happen, and to what the person is told. */
function textOf({ value, context }: AnyMachineSnapshot): string {
  const { page, problem, wasNotTaken, isBlocked } = told(context as FormEntryContext);
  return JSON.stringify([value, context.form, page, problem, wasNotTaken, isBlocked]);
}

function told({ page, savedAt, problem, wasNotTaken, ownerProblem }: FormEntryContext) {
  return {
    page: page?.split('#')[0],
    ...{ problem, wasNotTaken },
    ...{ isSaved: savedAt !== undefined, isBlocked: ownerProblem !== undefined },
  };
}

function pathsOf(world: World): Path[] {
  const input = {
    ...open(world),
    ...modelOf(new ModelForm('', 0, '', false, world.turns ? {} : undefined)),
    keeper: {},
  };
  return pathsThrough(model, {
    input,
    events: (state) => eventsIn(state, world),
    serializeState: textOf,
  });
}

function open({ given }: World): Omit<FormEntryInput, 'keeper'> {
  const { form } = aRegistration();
  const rest = { plans: plans('shared'), candidates: [NORTH], user: DAVID, autosaveDelay: 1000 };
  return { form, ...rest, ...given };
}

/** What holds in every state. */
async function check(live: LiveEntry, state: AnyMachineSnapshot): Promise<void> {
  const { value, context } = live.actor.getSnapshot();
  expect(value).to.deep.equal(state.value);
  expect(context.invalid).to.deep.equal(state.context.invalid);
  expect(told(context)).to.deep.equal(told(state.context as FormEntryContext));
  checkAnswers(live.form, formOf(state.context));
  await checkDraft(live);
  await checkOutbox(live);
}

function checkAnswers(form: FormInstance, { name, children, refused }: ModelForm): void {
  expect(form.node('/data/name')?.lexical).to.equal(name);
  expect(form.refusedAnswers).to.have.length(refused ? 1 : 0);
  expect(form.nodesOf('/data/child/name')).to.have.length(children);
}

/** The owner is the one chosen, as long as nobody has gone back behind the choice. */
function checkOwner(form: FormInstance, { chosen }: ModelForm): void {
  expect(form.node('/data/case/create/owner_id')?.lexical).to.equal(chosen);
}

/** Where all is said to be kept, or the person is away, the draft is the form as it stands. */
async function checkDraft(live: LiveEntry): Promise<void> {
  const { context, ...snapshot } = live.actor.getSnapshot();
  const draft = await live.draft();
  const isKept = snapshot.matches({ entering: 'saved' }) || snapshot.matches('left');
  const isBlocked = snapshot.matches('blocked') && context.problem === undefined;
  if (isKept || isBlocked) {
    expect(draft?.instanceXml ?? live.untouched).to.equal(live.form.draftXml());
  }
  if (isBlocked) expect(draft).to.include({ ownerPending: true });
}

/** One form goes, once, and each of its cases has an owner that may own. */
async function checkOutbox(live: LiveEntry): Promise<void> {
  const { value, context } = live.actor.getSnapshot();
  const outbox = await live.outbox();
  expect(outbox).to.have.length(value === 'submitted' ? 1 : 0);
  if (value === 'submitted') expect(live.form.refusedAnswers).to.be.empty;
  if (value === 'submitted') expect(await live.draft()).to.equal(undefined);
  const creates = outbox.flatMap(({ transactions }) =>
    transactions.flatMap(({ actions }) => actions.filter(isCreate)),
  );
  const possible = context.candidates.map(({ id }) => id);
  for (const { caseName, ownerId } of creates) {
    expect(caseName).to.contain('Asha');
    expect(possible).to.include(ownerId);
  }
}

function isCreate(action: CaseAction): action is Extract<CaseAction, { kind: 'create' }> {
  return action.kind === 'create';
}

describe('the paths of form entry', () => {
  const witness = new Witness(formEntryMachine);

  for (const world of worlds) {
    it(`lead where the model says and lose nothing, with ${world.name}`, async () => {
      for (const path of pathsOf(world)) {
        const live = await LiveEntry.open(open(world), witness.inspect);
        for (const { event, state } of path) {
          await live.happen(event);
          if (isPassing(state, world)) continue;
          await check(live, state);
          if (world.asks) checkOwner(live.form, formOf(state.context));
        }
      }
    });
  }

  it('go through every state and take every transition', () => {
    const { states, transitions } = witness;
    expect(allStates(formEntryMachine).filter((name) => !states.has(name))).to.be.empty;
    const untaken = allTransitions(formEntryMachine).filter((name) => !transitions.has(name));
    expect(untaken).to.be.empty;
  });
});
