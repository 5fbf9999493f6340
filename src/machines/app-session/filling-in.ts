import { assign, sendTo } from 'xstate';
import type { Draft } from '../../sync/draft.ts';
import type { FormEntryInput, FormEntryOutput } from '../form-entry.ts';
import type { Workspace } from '../workspace.ts';
import type { OpenedForm } from '../workspace/opened-form.ts';
import { workspaceOf } from './context.ts';
import { draftAt } from './destination.ts';
import { remoteWorkSetup } from './remote-work.ts';

const AUTOSAVE_DELAY = 1000;

/** A form of the app: opening it, filling it in, and what comes after. */
export const fillingInSetup = remoteWorkSetup.extend({
  guards: {
    hasBegun: (_, { drafts }: { drafts: readonly Draft[] }) => drafts.length > 0,
    wasSubmitted: (_, { output }: { output: FormEntryOutput }) => output.kind === 'submitted',
  },
  actions: {
    noteBegun: assign({ begun: (_, { drafts }: { drafts: readonly Draft[] }) => drafts }),
    noteOpened: assign({
      opened: (_, { opened }: { opened: OpenedForm }) => opened,
      problem: undefined,
    }),
    leaveFormEntry: sendTo('formEntry', { type: 'leave' }),
    // A form that was gone on with lies over the page that it was opened from.
    leaveForm: ({ context }) => {
      const { session } = workspaceOf(context);
      if (session.screen.kind === 'form') session.back();
    },
    noteFinished: assign({
      finished: (_, { output }: { output: FormEntryOutput }) =>
        output.kind === 'submitted' ? output.finished : undefined,
    }),
    finishSession: ({ context }) => workspaceOf(context).session.finish(),
  },
});

/** From the choice of a form until it is left or handed over. */
export const fillingInStates = {
  lookingForDrafts: fillingInSetup.createStateConfig({
    invoke: {
      src: 'findDrafts',
      input: ({ context }) => ({ workspace: workspaceOf(context) }),
      onDone: [
        {
          guard: { type: 'hasBegun', params: ({ event }) => ({ drafts: event.output }) },
          target: 'offeringDrafts',
          actions: { type: 'noteBegun', params: ({ event }) => ({ drafts: event.output }) },
        },
        { target: 'openingForm' },
      ],
      onError: 'openingForm',
    },
  }),
  // Going on with one of them is `resumeDraft`, as from anywhere else.
  offeringDrafts: fillingInSetup.createStateConfig({
    on: {
      continue: 'openingForm',
      back: { target: 'browsing', actions: 'leaveForm' },
    },
  }),
  openingForm: fillingInSetup.createStateConfig({
    invoke: {
      src: 'openForm',
      input: ({ context }) => ({ workspace: workspaceOf(context), draft: draftAt(context) }),
      onDone: {
        target: 'entering',
        actions: [
          { type: 'noteOpened', params: ({ event }) => ({ opened: event.output }) },
          'look',
        ],
      },
      onError: {
        target: 'formFailed',
        actions: { type: 'noteProblem', params: ({ event }) => ({ error: event.error }) },
      },
    },
  }),
  formFailed: fillingInSetup.createStateConfig({
    exit: 'forgetProblem',
    on: { back: { target: 'browsing', actions: 'leaveForm' } },
  }),
  entering: fillingInSetup.createStateConfig({
    entry: 'forgetDestination',
    // The form is kept first. When that fails it stays open, and says why.
    on: {
      goTo: { actions: ['noteDestination', 'leaveFormEntry'] },
      visit: { actions: ['noteDestination', 'leaveFormEntry'] },
      resumeDraft: { actions: ['noteDestination', 'leaveFormEntry'] },
      signOut: { actions: ['noteDestination', 'leaveFormEntry'] },
      actAs: { actions: ['noteDestination', 'leaveFormEntry'] },
      practise: { actions: ['noteDestination', 'leaveFormEntry'] },
    },
    invoke: {
      id: 'formEntry',
      src: 'formEntry',
      input: ({ context }) => entryOf(workspaceOf(context), context.opened as OpenedForm),
      onDone: [
        {
          guard: { type: 'wasSubmitted', params: ({ event }) => ({ output: event.output }) },
          target: 'submitted',
          actions: { type: 'noteFinished', params: ({ event }) => ({ output: event.output }) },
        },
        { guard: 'hasDestination', target: 'travelling' },
        { target: 'browsing', actions: 'leaveForm' },
      ],
    },
  }),
  submitted: fillingInSetup.createStateConfig({
    on: {
      continue: { target: 'browsing', actions: 'finishSession' },
    },
  }),
};

/** The workspace keeps the form, and says who could own what it creates. */
function entryOf(workspace: Workspace, opened: OpenedForm): FormEntryInput {
  return {
    form: opened.form,
    plans: opened.plans,
    candidates: workspace.candidates,
    user: workspace.owningUser,
    autosaveDelay: AUTOSAVE_DELAY,
    oneByOne: workspace.asksOneByOne,
    leftAt: opened.leftAt,
    suggestedOwner: workspace.lastOwner.read(),
    review: workspace.sharing.review ?? 'never',
    preview: () => workspace.forms.preview(opened),
    keeper: {
      saveDraft: (state) => workspace.forms.saveDraft(opened, state),
      submit: () => workspace.forms.submit(opened),
      rememberOwner: (ownerId) => workspace.lastOwner.write(ownerId),
    },
  };
}
