import type { ActorRefFrom } from 'xstate';
import { assign, fromPromise, sendTo, setup } from 'xstate';
import type { OwnerId } from '../case/case.ts';
import type { OwnerProblem } from '../case/ownership/owner-resolution.ts';
import type { ControlNode } from '../xforms/control-node.ts';
import type { ScreenAddress } from '../xforms/screens.ts';
import type { Edit } from '../xforms/transaction.ts';
import type {
  CaseManagementActor,
  CaseManagementEvent,
  CaseManagementInput,
  CaseManagementOutput,
} from './case-management.ts';
import { caseManagementMachine, withdrawOwners } from './case-management.ts';
import { pageAt, pageOf, pageOfNewItem, pageToCheck, turned } from './pages.ts';
import type { FinishedWork } from './workspace/opened-form.ts';

/** What a person does to a form. The same events are the lines of a recording. */
export type FormEntryEvent =
  | {
      readonly type: 'answer';
      readonly ref: string;
      readonly value: string;
      /** It came of the answer before it, and is taken back with that. */
      readonly follows?: boolean;
    }
  | { readonly type: 'repeat.add'; readonly ref: string }
  | { readonly type: 'repeat.remove'; readonly ref: string }
  /** Takes back what was done last, and does it again. */
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  | { readonly type: 'language'; readonly language: string }
  /** Forward, where the page's own questions have nothing to check. */
  | { readonly type: 'page.next' }
  | { readonly type: 'page.previous' }
  /** To any page, past questions that are not answered. */
  | { readonly type: 'page.goTo'; readonly page: ScreenAddress }
  /** One question per screen, or all of them on one page. */
  | { readonly type: 'page.mode'; readonly oneByOne: boolean }
  | { readonly type: 'complete' }
  /** Keeps the draft at once: nobody knows whether the page will be there in a second. */
  | { readonly type: 'save' }
  | CaseManagementEvent
  /** Back to the questions from a form that could not be finished. */
  | { readonly type: 'resume' }
  /** Away from the form; what was entered stays in its draft. */
  | { readonly type: 'leave' };

/** Where a form goes: brought by the host. When one of these rejects, nothing that was entered is lost. */
export interface FormKeeper {
  /** Keeps a draft of the form; resolves to the time of saving, in milliseconds since 1970. */
  saveDraft(state: DraftState): Promise<number>;
  /** Takes the finished form over: from then on it is saved and will be sent. */
  submit(): Promise<FinishedWork>;
  /** Remembers the owner that the person chose, to propose it the next time. */
  rememberOwner?(ownerId: OwnerId): void;
}

/** What a draft says beside the answers. */
export interface DraftState {
  /** The form is complete but for an owner. */
  readonly ownerPending: boolean;
  /** The page that the person is at; `undefined` where all questions stand on one. */
  readonly page: ScreenAddress | undefined;
}

export interface FormEntryInput extends CaseManagementInput {
  readonly keeper: FormKeeper;
  /** The questions are asked one screen after the other. */
  readonly oneByOne?: boolean;
  /** The page at which a draft was left. */
  readonly leftAt?: ScreenAddress | undefined;
  /** Milliseconds without a change after which the draft is saved. */
  readonly autosaveDelay: number;
}

/** What is known while a form is filled in; elements read it from the actor's snapshot. */
export interface FormEntryContext extends FormEntryInput {
  /** The page that the person is at; `undefined` where all questions stand on one. */
  readonly page: ScreenAddress | undefined;
  /**
   * References of the questions that keep the form, or the page, from being finished, those with a refused answer among them; empty
   * before the first attempt.
   */
  readonly invalid: readonly string[];
  /** Times that somebody tried to finish form or page and could not: each new attempt moves the focus to the first error. */
  readonly attempts: number;
  /** When the draft was last saved, in milliseconds since 1970. */
  readonly savedAt: number | undefined;
  /** What keeps the draft or the form from being saved; a sentence. */
  readonly problem: string | undefined;
  /** The problem is that the finished form was not taken: it stays until that is tried again, whatever the draft does. */
  readonly wasNotTaken: boolean;
  readonly ownerProblem: OwnerProblem | undefined;
  readonly finished: FinishedWork | undefined;
}

export type FormEntryOutput =
  { readonly kind: 'submitted'; readonly finished: FinishedWork } | { readonly kind: 'left' };

export type FormEntryActor = ActorRefFrom<typeof formEntryMachine>;

/**
 * One filling-in: answers go to the form at once, the draft follows, and a complete form gets its owners and is
 * handed over.
 */
export const formEntryMachine = setup({
  types: {
    input: {} as FormEntryInput,
    context: {} as FormEntryContext,
    events: {} as FormEntryEvent,
    output: {} as FormEntryOutput,
  },
  actors: {
    caseManagement: caseManagementMachine,
    saveDraft: fromPromise<number, { keeper: FormKeeper; state: DraftState }>(({ input }) =>
      input.keeper.saveDraft(input.state),
    ),
    submitForm: fromPromise<FinishedWork, { keeper: FormKeeper }>(({ input }) =>
      input.keeper.submit(),
    ),
  },
  delays: { autosave: ({ context }) => context.autosaveDelay },
  guards: {
    isValid: ({ context }) => context.form.toCheck().length === 0,
    canUndo: ({ context }) => context.form.journal.canUndo,
    canRedo: ({ context }) => context.form.journal.canRedo,
    isBlocked: (_, output: CaseManagementOutput) => output.kind === 'blocked',
  },
  actions: {
    transact: ({ context, event }) => {
      const edit = editOf(event);
      const follows = event.type === 'answer' && event.follows === true;
      if (edit !== undefined) context.form.transact([edit], { source: 'user', follows });
    },
    takeBack: ({ context }) => void context.form.undo(),
    doAgain: ({ context }) => void context.form.redo(),
    retryRefused: ({ context }) => void context.form.retryRefused(),
    rememberOwner: ({ context, event }) => {
      if (event.type === 'owner.choose') context.keeper.rememberOwner?.(event.ownerId);
    },
    withdrawOwners: ({ self }) => {
      const { caseManagement } = self.getSnapshot().children;
      if (caseManagement)
        withdrawOwners((caseManagement as CaseManagementActor).getSnapshot().context);
    },
    revalidate: ({ context }) => context.form.revalidate(),
    noteInvalid: assign(({ context: { form, attempts, page } }) => {
      const wrong = form.toCheck();
      return {
        ...{ invalid: refsOf(wrong), attempts: attempts + 1 },
        page: page && pageOf(form, wrong[0], page),
      };
    }),
    goForward: assign(({ context: { form, attempts, page } }) => {
      if (page === undefined) return {};
      const wrong = pageToCheck(form, page);
      if (wrong.length > 0) return { invalid: refsOf(wrong), attempts: attempts + 1 };
      return { invalid: [], page: turned(form, page, 'next') };
    }),
    goBack: assign({
      page: ({ context: { form, page } }) => page && turned(form, page, 'previous'),
    }),
    goToPage: assign({
      page: ({ context: { form, page }, event }) =>
        event.type === 'page.goTo' && page !== undefined ? pageAt(form, event.page) : page,
    }),
    goToNewItem: assign({
      page: ({ context: { form, page }, event }) =>
        event.type === 'repeat.add' && page !== undefined
          ? pageOfNewItem(form, page, event.ref)
          : page,
    }),
    setMode: assign({
      page: ({ context: { form, page }, event }) =>
        event.type === 'page.mode' && event.oneByOne ? (page ?? pageAt(form, '')) : undefined,
    }),
    noteSaved: assign({
      savedAt: (_, savedAt: number) => savedAt,
      problem: ({ context }) => (context.wasNotTaken ? context.problem : undefined),
    }),
    noteFinished: assign({
      finished: (_, { finished }: { finished: FinishedWork }) => finished,
    }),
    noteNotSaved: assign({
      problem: (_, { error }: { error: unknown }) => messageOf(error),
      wasNotTaken: false,
    }),
    noteNotTaken: assign({
      problem: (_, { error }: { error: unknown }) => messageOf(error),
      wasNotTaken: true,
    }),
    forgetProblems: assign({ problem: undefined, wasNotTaken: false, ownerProblem: undefined }),
    noteOwner: assign({
      ownerProblem: (_, output: CaseManagementOutput) =>
        output.kind === 'blocked' ? output.problem : undefined,
    }),
  },
}).createMachine({
  id: 'formEntry',
  context: ({ input }) => ({
    ...input,
    page: input.oneByOne ? pageAt(input.form, input.leftAt ?? '') : undefined,
    invalid: [],
    attempts: 0,
    savedAt: undefined,
    problem: undefined,
    wasNotTaken: false,
    ownerProblem: undefined,
    finished: undefined,
  }),
  initial: 'entering',
  states: {
    entering: {
      initial: 'saved',
      on: {
        answer: { target: '.changed', actions: 'transact' },
        'repeat.add': { target: '.changed', actions: ['transact', 'goToNewItem'] },
        'repeat.remove': { target: '.changed', actions: 'transact' },
        undo: { guard: 'canUndo', target: '.changed', actions: 'takeBack' },
        redo: { guard: 'canRedo', target: '.changed', actions: 'doAgain' },
        language: { actions: 'transact' },
        'page.next': { actions: ['retryRefused', 'goForward'] },
        'page.previous': { actions: 'goBack' },
        'page.goTo': { actions: 'goToPage' },
        'page.mode': { actions: 'setMode' },
        complete: { target: 'completing', actions: ['forgetProblems', 'retryRefused'] },
      },
      states: {
        saved: { on: { leave: '#formEntry.left' } },
        changed: {
          after: { autosave: 'saving' },
          on: { save: 'saving', leave: '#formEntry.leaving' },
        },
        saving: {
          invoke: {
            src: 'saveDraft',
            input: ({ context }) => draftOf(context, false),
            onDone: {
              target: 'saved',
              actions: { type: 'noteSaved', params: ({ event }) => event.output },
            },
            onError: {
              target: 'changed',
              actions: { type: 'noteNotSaved', params: ({ event }) => ({ error: event.error }) },
            },
          },
          on: { leave: '#formEntry.leaving' },
        },
      },
    },
    completing: {
      always: [
        { guard: 'isValid', target: 'managingCases', actions: 'revalidate' },
        { target: 'entering.changed', actions: 'noteInvalid' },
      ],
    },
    managingCases: {
      invoke: {
        id: 'caseManagement',
        src: 'caseManagement',
        input: ({ context }) => context,
        onDone: [
          {
            guard: { type: 'isBlocked', params: ({ event }) => event.output },
            target: 'keepingBlocked',
            actions: { type: 'noteOwner', params: ({ event }) => event.output },
          },
          { target: 'submitting' },
        ],
        onError: {
          target: 'entering.changed',
          actions: { type: 'noteNotTaken', params: ({ event }) => ({ error: event.error }) },
        },
      },
      on: {
        'owner.choose': {
          actions: ['rememberOwner', sendTo('caseManagement', ({ event }) => event)],
        },
        'owner.confirm': { actions: sendTo('caseManagement', ({ event }) => event) },
        resume: { target: 'entering.changed', actions: 'withdrawOwners' },
        leave: { target: 'leaving', actions: 'withdrawOwners' },
      },
    },
    /** No owner: what was entered is kept as a draft that waits for one. */
    keepingBlocked: {
      invoke: {
        src: 'saveDraft',
        input: ({ context }) => draftOf(context, true),
        onDone: {
          target: 'blocked',
          actions: { type: 'noteSaved', params: ({ event }) => event.output },
        },
        onError: {
          target: 'blocked',
          actions: { type: 'noteNotSaved', params: ({ event }) => ({ error: event.error }) },
        },
      },
    },
    blocked: {
      on: {
        resume: { target: 'entering.changed', actions: 'forgetProblems' },
        leave: 'leaving',
      },
    },
    submitting: {
      invoke: {
        src: 'submitForm',
        input: ({ context }) => ({ keeper: context.keeper }),
        onDone: {
          target: 'submitted',
          actions: { type: 'noteFinished', params: ({ event }) => ({ finished: event.output }) },
        },
        onError: {
          target: 'entering.changed',
          actions: { type: 'noteNotTaken', params: ({ event }) => ({ error: event.error }) },
        },
      },
    },
    leaving: {
      invoke: {
        src: 'saveDraft',
        input: ({ context }) => draftOf(context, context.ownerProblem !== undefined),
        onDone: 'left',
        onError: {
          target: 'entering.changed',
          actions: { type: 'noteNotSaved', params: ({ event }) => ({ error: event.error }) },
        },
      },
    },
    submitted: { type: 'final' },
    left: { type: 'final' },
  },
  output: ({ context: { finished } }) =>
    finished === undefined ? { kind: 'left' } : { kind: 'submitted', finished },
});

function editOf(event: FormEntryEvent): Edit | undefined {
  switch (event.type) {
    case 'answer':
      return { kind: 'setValue', ref: event.ref, value: event.value };
    case 'repeat.add':
      return { kind: 'addRepeat', ref: event.ref };
    case 'repeat.remove':
      return { kind: 'removeRepeat', ref: event.ref };
    case 'language':
      return { kind: 'setLanguage', language: event.language };
    default:
      return undefined;
  }
}

function draftOf({ keeper, page }: FormEntryContext, ownerPending: boolean) {
  return { keeper, state: { ownerPending, page } };
}

function refsOf(controls: readonly ControlNode[]): readonly string[] {
  return controls.map(({ node }) => node.ref);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
