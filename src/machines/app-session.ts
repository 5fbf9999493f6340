import type { ActorRefFrom } from 'xstate';
import { assign, fromPromise, sendTo, setup } from 'xstate';
import type { OwnerProblem } from '../case/ownership/owner-resolution.ts';
import { mayFillInFirst } from '../case/ownership/owner-resolution.ts';
import type { DetailTab, Screen } from '../suite/screen.ts';
import type { FormEntryOutput } from './form-entry.ts';
import { formEntryMachine } from './form-entry.ts';
import type { FinishedWork, OpenedForm, Workspace } from './workspace.ts';

/** A file that a person gave, as the host read it. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type AppSessionEvent =
  | { readonly type: 'signIn'; readonly username: string; readonly password: string }
  | { readonly type: 'signOut' }
  | { readonly type: 'openFiles'; readonly files: readonly GivenFile[] }
  | { readonly type: 'choose'; readonly id: string }
  | { readonly type: 'select'; readonly id: string }
  /** Several rows together, where the list lets them. */
  | { readonly type: 'selectMany'; readonly ids: readonly string[] }
  /** Goes on with the case whose detail is shown, or fills a form in whose owner has to wait. */
  | { readonly type: 'continue' }
  | { readonly type: 'back' }
  | { readonly type: 'goTo'; readonly index: number }
  | { readonly type: 'act'; readonly index: number }
  | { readonly type: 'language'; readonly language: string }
  | { readonly type: 'resumeDraft'; readonly id: string }
  /** Cases or settings have changed underneath. */
  | { readonly type: 'refresh' };

/** What went wrong. `error` as it was thrown: the page tells kinds apart. */
export interface SessionProblem {
  readonly message: string;
  readonly error: unknown;
}

interface AppSessionContext {
  readonly workspace: Workspace | undefined;
  readonly screen: Screen | undefined;
  /** Choices of the menu whose form would have no clear owner. */
  readonly ownerProblems: ReadonlyMap<string, OwnerProblem>;
  /** The choice whose problem is being explained. */
  readonly explained: { readonly choice: string; readonly problem: OwnerProblem } | undefined;
  readonly selected: { readonly id: string; readonly tabs: readonly DetailTab[] } | undefined;
  readonly opened: OpenedForm | undefined;
  /** Where the person goes once the form that is open has been kept; `undefined` stays close to it. */
  readonly destination: Destination | undefined;
  readonly finished: FinishedWork | undefined;
  readonly problem: SessionProblem | undefined;
}

/** A breadcrumb by its index, or out of the app. */
type Destination = number | 'signOut';

export type AppSessionActor = ActorRefFrom<typeof appSessionMachine>;

export interface SignInInput {
  readonly username: string;
  readonly password: string;
}

const AUTOSAVE_DELAY = 1000;

/**
 * A person's way through an app: signing in, menus, lists, a case, a form, and back. The session of the workspace knows
 * what comes next; this machine knows when to ask it.
 */
export const appSessionMachine = setup({
  types: {
    context: {} as AppSessionContext,
    events: {} as AppSessionEvent,
  },
  actors: {
    /** The workspace of whoever is signed in already; `undefined` when nobody is. */
    resume: fromPromise<Workspace | undefined>(unprovided),
    /** Rejects with a sentence for the person. */
    signIn: fromPromise<Workspace, SignInInput>(unprovided),
    signOut: fromPromise<void, { workspace: Workspace }>(unprovided),
    openFiles: fromPromise<Workspace, { files: readonly GivenFile[] }>(unprovided),
    openForm: fromPromise<OpenedForm, { workspace: Workspace; draft: string | undefined }>(
      async ({ input: { workspace, draft } }) => openForm(workspace, draft),
    ),
    formEntry: formEntryMachine,
  },
  guards: {
    isSignedIn: (_, { workspace }: { workspace: Workspace | undefined }) => workspace !== undefined,
    hasNoOwner: ({ context, event }) =>
      event.type === 'choose' && context.ownerProblems.has(event.id),
    mayFillInFirst: ({ context: { explained } }) =>
      explained !== undefined && mayFillInFirst(explained.problem),
    hasDetail: ({ context }) => context.screen?.kind === 'list' && context.screen.hasDetail,
    isForm: ({ context }) => context.screen?.kind === 'form',
    isSigningOut: ({ context }) => context.destination === 'signOut',
    hasDestination: ({ context }) => context.destination !== undefined,
    wasSubmitted: (_, { output }: { output: FormEntryOutput }) => output.kind === 'submitted',
  },
  actions: {
    takeWorkspace: assign({
      workspace: (_, { workspace }: { workspace: Workspace | undefined }) => workspace,
      problem: undefined,
    }),
    dropWorkspace: assign({ workspace: undefined, screen: undefined, problem: undefined }),
    navigate: ({ context, event }) => navigate(sessionOf(context), event, context.selected?.id),
    setLanguage: ({ context, event }) => {
      if (event.type !== 'language' || context.workspace === undefined) return;
      context.workspace.language = event.language;
    },
    finishSession: ({ context }) => sessionOf(context).finish(),
    leaveScreen: ({ context }) => sessionOf(context).back(),
    // A form that was gone on with lies over the page that it was opened from.
    leaveForm: ({ context }) => {
      const session = sessionOf(context);
      if (session.screen.kind === 'form') session.back();
    },
    noteDestination: assign({
      destination: ({ event }) => {
        if (event.type === 'signOut') return event.type;
        return event.type === 'goTo' ? event.index : undefined;
      },
    }),
    forgetDestination: assign({ destination: undefined }),
    goToDestination: ({ context }) => {
      if (typeof context.destination === 'number') sessionOf(context).goTo(context.destination);
    },
    look: assign(({ context }) => look(context.workspace)),
    lookAgain: assign(({ context }) => {
      context.workspace?.session.refresh();
      return look(context.workspace);
    }),
    showDetail: assign({
      selected: ({ context, event }) =>
        event.type === 'select'
          ? { id: event.id, tabs: sessionOf(context).detail(event.id) }
          : undefined,
    }),
    hideDetail: assign({ selected: undefined }),
    explainOwner: assign({
      explained: ({ context, event }) => {
        const problem = event.type === 'choose' ? context.ownerProblems.get(event.id) : undefined;
        return event.type === 'choose' && problem ? { choice: event.id, problem } : undefined;
      },
    }),
    fillInFirst: ({ context }) => {
      if (context.explained !== undefined) sessionOf(context).choose(context.explained.choice);
    },
    noteOpened: assign({
      opened: (_, { opened }: { opened: OpenedForm }) => opened,
      problem: undefined,
    }),
    noteFinished: assign({
      finished: (_, { output }: { output: FormEntryOutput }) =>
        output.kind === 'submitted' ? output.finished : undefined,
    }),
    noteProblem: assign({ problem: (_, { error }: { error: unknown }) => problemOf(error) }),
    forgetProblem: assign({ problem: undefined }),
  },
}).createMachine({
  id: 'appSession',
  context: {
    workspace: undefined,
    screen: undefined,
    ownerProblems: new Map(),
    explained: undefined,
    selected: undefined,
    opened: undefined,
    destination: undefined,
    finished: undefined,
    problem: undefined,
  },
  initial: 'resuming',
  states: {
    resuming: {
      invoke: {
        src: 'resume',
        onDone: [
          {
            guard: { type: 'isSignedIn', params: ({ event }) => ({ workspace: event.output }) },
            target: 'browsing',
            actions: {
              type: 'takeWorkspace',
              params: ({ event }) => ({ workspace: event.output }),
            },
          },
          { target: 'signedOut' },
        ],
        onError: {
          target: 'signedOut',
          actions: { type: 'noteProblem', params: ({ event }) => ({ error: event.error }) },
        },
      },
    },
    signedOut: {
      on: {
        signIn: 'signingIn',
        openFiles: 'openingFiles',
      },
    },
    signingIn: {
      invoke: {
        src: 'signIn',
        input: ({ event }) => event as SignInInput & AppSessionEvent,
        onDone: {
          target: 'browsing',
          actions: { type: 'takeWorkspace', params: ({ event }) => ({ workspace: event.output }) },
        },
        onError: {
          target: 'signedOut',
          actions: { type: 'noteProblem', params: ({ event }) => ({ error: event.error }) },
        },
      },
    },
    openingFiles: {
      invoke: {
        src: 'openFiles',
        input: ({ event }) => event as AppSessionEvent & { files: readonly GivenFile[] },
        onDone: {
          target: 'browsing',
          actions: { type: 'takeWorkspace', params: ({ event }) => ({ workspace: event.output }) },
        },
        onError: {
          target: 'signedOut',
          actions: { type: 'noteProblem', params: ({ event }) => ({ error: event.error }) },
        },
      },
    },
    browsing: {
      entry: ['hideDetail', 'look'],
      always: { guard: 'isForm', target: 'openingForm' },
      on: {
        choose: [
          { guard: 'hasNoOwner', target: 'explainingOwner', actions: 'explainOwner' },
          { target: 'browsing', reenter: true, actions: 'navigate' },
        ],
        select: [
          { guard: 'hasDetail', target: 'showingDetail', actions: 'showDetail' },
          { target: 'browsing', reenter: true, actions: 'navigate' },
        ],
        selectMany: { target: 'browsing', reenter: true, actions: 'navigate' },
        act: { target: 'browsing', reenter: true, actions: 'navigate' },
        back: { target: 'browsing', reenter: true, actions: 'leaveScreen' },
        resumeDraft: 'openingForm',
      },
    },
    showingDetail: {
      on: {
        continue: { target: 'browsing', actions: 'navigate' },
        back: 'browsing',
      },
    },
    explainingOwner: {
      on: {
        back: 'browsing',
        continue: { guard: 'mayFillInFirst', target: 'browsing', actions: 'fillInFirst' },
      },
    },
    openingForm: {
      invoke: {
        src: 'openForm',
        input: ({ context, event }) => ({
          workspace: workspaceOf(context),
          draft: event.type === 'resumeDraft' ? event.id : undefined,
        }),
        onDone: {
          target: 'entering',
          actions: { type: 'noteOpened', params: ({ event }) => ({ opened: event.output }) },
        },
        onError: {
          target: 'formFailed',
          actions: { type: 'noteProblem', params: ({ event }) => ({ error: event.error }) },
        },
      },
    },
    formFailed: {
      exit: 'forgetProblem',
      on: { back: { target: 'browsing', actions: 'leaveForm' } },
    },
    entering: {
      entry: 'forgetDestination',
      // The form is kept first. When that fails it stays open, and says why.
      on: {
        goTo: { actions: ['noteDestination', sendTo('formEntry', { type: 'leave' })] },
        signOut: { actions: ['noteDestination', sendTo('formEntry', { type: 'leave' })] },
      },
      invoke: {
        id: 'formEntry',
        src: 'formEntry',
        input: ({ context }) => {
          const workspace = workspaceOf(context);
          const opened = context.opened as OpenedForm;
          return {
            form: opened.form,
            plans: opened.plans,
            candidates: workspace.candidates,
            user: workspace.owningUser,
            autosaveDelay: AUTOSAVE_DELAY,
            suggestedOwner: workspace.lastOwner.read(),
            review: workspace.sharing.review ?? 'never',
            preview: () => workspace.preview(opened),
            keeper: {
              saveDraft: (ownerPending) => workspace.saveDraft(opened, ownerPending),
              submit: () => workspace.submit(opened),
              rememberOwner: (ownerId) => workspace.lastOwner.write(ownerId),
            },
          };
        },
        onDone: [
          {
            guard: { type: 'wasSubmitted', params: ({ event }) => ({ output: event.output }) },
            target: 'submitted',
            actions: { type: 'noteFinished', params: ({ event }) => ({ output: event.output }) },
          },
          { guard: 'isSigningOut', target: 'signingOut' },
          { guard: 'hasDestination', target: 'browsing', actions: 'goToDestination' },
          { target: 'browsing', actions: 'leaveForm' },
        ],
      },
    },
    submitted: {
      on: {
        continue: { target: 'browsing', actions: 'finishSession' },
      },
    },
    signingOut: {
      invoke: {
        src: 'signOut',
        input: ({ context }) => ({ workspace: workspaceOf(context) }),
        onDone: { target: 'signedOut', actions: 'dropWorkspace' },
        onError: { target: 'signedOut', actions: 'dropWorkspace' },
      },
    },
  },
  on: {
    signOut: '.signingOut',
    goTo: { target: '.browsing', actions: 'navigate' },
    language: { actions: ['setLanguage', 'lookAgain'] },
    refresh: { actions: 'lookAgain' },
  },
});

function sessionOf({ workspace }: AppSessionContext) {
  return workspaceOf({ workspace }).session;
}

function workspaceOf({ workspace }: Pick<AppSessionContext, 'workspace'>): Workspace {
  if (workspace === undefined) throw new RangeError('Nobody is signed in');
  return workspace;
}

async function openForm(workspace: Workspace, draft: string | undefined): Promise<OpenedForm> {
  if (draft !== undefined) return workspace.resumeDraft(draft);
  const { screen } = workspace.session;
  if (screen.kind !== 'form') throw new RangeError('The session has not come to a form');
  return workspace.openForm(screen);
}

function navigate(session: Workspace['session'], event: AppSessionEvent, selected?: string): void {
  switch (event.type) {
    case 'choose':
      session.choose(event.id);
      break;
    case 'select':
      session.select(event.id);
      break;
    case 'selectMany':
      session.selectMany(event.ids);
      break;
    case 'continue':
      if (selected !== undefined) session.select(selected);
      break;
    case 'goTo':
      session.goTo(event.index);
      break;
    case 'act':
      session.act(event.index);
      break;
  }
}

/** The screen of the session as it is now, with what stands in the way of its choices. */
function look(workspace: Workspace | undefined) {
  if (workspace === undefined) return {};
  const screen = endedScreen(workspace.session);
  const ownerProblems = new Map<string, OwnerProblem>();
  for (const choice of screen.kind === 'menu' ? screen.choices : []) {
    const problem = choice.entry && workspace.ownerProblem(choice.entry);
    if (problem !== undefined) ownerProblems.set(choice.id, problem);
  }
  return { screen, ownerProblems };
}

/** An entry without a form asks nothing at its end, so the session goes on by itself, once. */
function endedScreen(session: Workspace['session']): Screen {
  const { screen } = session;
  return screen.kind === 'end' ? session.finish() : screen;
}

function problemOf(error: unknown): SessionProblem {
  return { message: error instanceof Error ? error.message : String(error), error };
}

function unprovided(): never {
  throw new RangeError('The host of an app session has to provide its actors');
}
