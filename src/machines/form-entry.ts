import type { ActorRefFrom } from 'xstate';
import { assign, fromPromise, sendTo, setup } from 'xstate';
import type { OwnerId } from '../case/case.ts';
import type { OwnerProblem } from '../case/ownership/owner-resolution.ts';
import type { FormInstance } from '../xforms/form-instance.ts';
import type { Edit } from '../xforms/transaction.ts';
import type { CaseManagementInput, CaseManagementOutput } from './case-management.ts';
import { caseManagementMachine } from './case-management.ts';

/** What a person does to a form. The same events are the lines of a recording. */
export type FormEntryEvent =
  | { readonly type: 'answer'; readonly ref: string; readonly value: string }
  | { readonly type: 'repeat.add'; readonly ref: string }
  | { readonly type: 'repeat.remove'; readonly ref: string }
  | { readonly type: 'language'; readonly language: string }
  | { readonly type: 'complete' }
  | { readonly type: 'owner.choose'; readonly ownerId: OwnerId }
  /** Back to the questions from a form that could not be finished. */
  | { readonly type: 'resume' }
  /** Away from the form; what was entered stays in its draft. */
  | { readonly type: 'leave' };

export interface FormEntryInput extends CaseManagementInput {
  /** Milliseconds without a change after which the draft is saved. */
  readonly autosaveDelay: number;
}

interface FormEntryContext extends FormEntryInput {
  /** References of the questions that keep the form from being finished; empty before the first attempt. */
  readonly invalid: readonly string[];
  /** Times that a completion was tried: each new attempt moves the focus to the first error. */
  readonly attempts: number;
  /** When the draft was last saved, in milliseconds since 1970. */
  readonly savedAt: number | undefined;
  /** What keeps the draft or the form from being saved; a sentence. */
  readonly problem: string | undefined;
  readonly ownerProblem: OwnerProblem | undefined;
  readonly left: boolean;
}

export type FormEntryOutput = { readonly kind: 'submitted' } | { readonly kind: 'left' };

export type FormEntryActor = ActorRefFrom<typeof formEntryMachine>;

/**
 * One filling-in: answers go to the form at once, the draft follows, and a complete form gets its owners and is
 * handed over. `saveDraft` and `submitForm` are brought by the host; when one fails, nothing that was entered is lost.
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
    /** Keeps the draft; resolves to the time of saving. */
    saveDraft: fromPromise<number, { form: FormInstance; ownerPending: boolean }>(unprovided),
    /** Takes the finished form over: from then on it is saved and will be sent. */
    submitForm: fromPromise<void, { form: FormInstance }>(unprovided),
  },
  delays: { autosave: ({ context }) => context.autosaveDelay },
  guards: {
    isValid: ({ context }) => context.form.validate().length === 0,
    isBlocked: (_, output: CaseManagementOutput) => output.kind === 'blocked',
  },
  actions: {
    transact: ({ context, event }) => {
      const edit = editOf(event);
      if (edit !== undefined) context.form.transact([edit], { source: 'user' });
    },
    revalidate: ({ context }) => context.form.revalidate(),
    noteInvalid: assign({
      invalid: ({ context }) => context.form.validate().map((control) => control.node.ref),
      attempts: ({ context }) => context.attempts + 1,
    }),
    noteSaved: assign({
      savedAt: (_, savedAt: number) => savedAt,
      problem: undefined,
    }),
    noteLeft: assign({ left: true }),
    noteProblem: assign({ problem: (_, { error }: { error: unknown }) => messageOf(error) }),
    noteOwner: assign({
      ownerProblem: (_, output: CaseManagementOutput) =>
        output.kind === 'blocked' ? output.problem : undefined,
    }),
  },
}).createMachine({
  id: 'formEntry',
  context: ({ input }) => ({
    ...input,
    invalid: [],
    attempts: 0,
    savedAt: undefined,
    problem: undefined,
    ownerProblem: undefined,
    left: false,
  }),
  initial: 'entering',
  states: {
    entering: {
      initial: 'saved',
      on: {
        answer: { target: '.changed', actions: 'transact' },
        'repeat.add': { target: '.changed', actions: 'transact' },
        'repeat.remove': { target: '.changed', actions: 'transact' },
        language: { actions: 'transact' },
        complete: 'completing',
      },
      states: {
        saved: { on: { leave: '#formEntry.left' } },
        changed: {
          after: { autosave: 'saving' },
          on: { leave: '#formEntry.leaving' },
        },
        saving: {
          invoke: {
            src: 'saveDraft',
            input: ({ context }) => ({ form: context.form, ownerPending: false }),
            onDone: {
              target: 'saved',
              actions: { type: 'noteSaved', params: ({ event }) => event.output },
            },
            onError: {
              target: 'changed',
              actions: { type: 'noteProblem', params: ({ event }) => ({ error: event.error }) },
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
      },
      on: { 'owner.choose': { actions: sendTo('caseManagement', ({ event }) => event) } },
    },
    /** No owner: what was entered is kept as a draft that waits for one. */
    keepingBlocked: {
      invoke: {
        src: 'saveDraft',
        input: ({ context }) => ({ form: context.form, ownerPending: true }),
        onDone: {
          target: 'blocked',
          actions: { type: 'noteSaved', params: ({ event }) => event.output },
        },
        onError: {
          target: 'blocked',
          actions: { type: 'noteProblem', params: ({ event }) => ({ error: event.error }) },
        },
      },
    },
    blocked: {
      on: { resume: 'entering', leave: 'left' },
    },
    submitting: {
      invoke: {
        src: 'submitForm',
        input: ({ context }) => ({ form: context.form }),
        onDone: 'submitted',
        onError: {
          target: 'entering.changed',
          actions: { type: 'noteProblem', params: ({ event }) => ({ error: event.error }) },
        },
      },
    },
    leaving: {
      invoke: {
        src: 'saveDraft',
        input: ({ context }) => ({ form: context.form, ownerPending: false }),
        onDone: 'left',
        onError: {
          target: 'entering.changed',
          actions: { type: 'noteProblem', params: ({ event }) => ({ error: event.error }) },
        },
      },
    },
    submitted: { type: 'final' },
    left: { type: 'final', entry: 'noteLeft' },
  },
  output: ({ context }) => ({ kind: context.left ? 'left' : 'submitted' }),
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

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function unprovided(): never {
  throw new RangeError('The host of a form entry has to provide saveDraft and submitForm');
}
