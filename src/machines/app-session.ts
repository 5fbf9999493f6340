import type { ActorRefFrom } from 'xstate';
import { assign, fromPromise, sendTo, setup } from 'xstate';
import type { OwnerProblem } from '../case/ownership/owner-resolution.ts';
import { mayFillInFirst } from '../case/ownership/owner-resolution.ts';
import type { DetailTab, Screen } from '../suite/screen.ts';
import type { FormEntryOutput } from './form-entry.ts';
import { formEntryMachine } from './form-entry.ts';
import type { Place } from './place.ts';
import { START } from './place.ts';
import type { Project } from './project.ts';
import type { FinishedWork, OpenedForm, Workspace } from './workspace.ts';

/** A file that a person gave, as the host read it. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type AppSessionEvent =
  | ({ readonly type: 'signIn' } & SignInInput)
  | { readonly type: 'signOut' }
  | { readonly type: 'openFiles'; readonly files: readonly GivenFile[] }
  /** A choice of a menu, or the app where one is being chosen. */
  | { readonly type: 'choose'; readonly id: string }
  | { readonly type: 'select'; readonly id: string }
  /** Several rows together, where the list lets them. */
  | { readonly type: 'selectMany'; readonly ids: readonly string[] }
  /** Goes on with the case whose detail is shown, or fills a form in whose owner has to wait. */
  | { readonly type: 'continue' }
  | { readonly type: 'back' }
  | { readonly type: 'goTo'; readonly index: number }
  /** To any place of the project, from anywhere. */
  | { readonly type: 'visit'; readonly place: Place }
  | { readonly type: 'act'; readonly index: number }
  | { readonly type: 'language'; readonly language: string }
  /** `app` is the one of the form; `undefined` for the one that is open. */
  | { readonly type: 'resumeDraft'; readonly id: string; readonly app?: string | undefined }
  /** Cases or settings have changed underneath. */
  | { readonly type: 'refresh' };

/** What went wrong. `error` as it was thrown: the page tells kinds apart. */
export interface SessionProblem {
  readonly message: string;
  readonly error: unknown;
}

/** How somebody comes in. */
export type Entrance =
  /** Whoever is signed in already. */
  | { readonly kind: 'resume' }
  | ({ readonly kind: 'signIn' } & SignInInput)
  | { readonly kind: 'openFiles'; readonly files: readonly GivenFile[] };

interface AppSessionContext {
  /** How the person came in last. */
  readonly entrance: Entrance['kind'];
  readonly project: Project | undefined;
  /** Id of the app that is open, or being opened. */
  readonly app: string | undefined;
  readonly workspace: Workspace | undefined;
  readonly screen: Screen | undefined;
  /** Choices of the menu whose form would have no clear owner. */
  readonly ownerProblems: ReadonlyMap<string, OwnerProblem>;
  /** The choice whose problem is being explained. */
  readonly explained: Explained | undefined;
  readonly selected: { readonly id: string; readonly tabs: readonly DetailTab[] } | undefined;
  readonly opened: OpenedForm | undefined;
  /** Where the person is going, once an open form has been kept and the app is there; `undefined` stays close. */
  readonly destination: Destination | undefined;
  readonly finished: FinishedWork | undefined;
  readonly problem: SessionProblem | undefined;
}

interface Explained {
  readonly choice: string;
  readonly problem: OwnerProblem;
}

export interface AppSessionInput {
  /** Where to go as soon as somebody is signed in. */
  readonly place: Place;
}

/** A breadcrumb of the app by its index, a place, or out. */
type Destination = number | Place | 'signOut';

export interface SignInInput {
  readonly username: string;
  readonly password: string;
}

export type AppSessionActor = ActorRefFrom<typeof appSessionMachine>;

const AUTOSAVE_DELAY = 1000;

/**
 * A person's way through an app: signing in, menus, lists, a case, a form, and back. The session of the workspace knows
 * what comes next; this machine knows when to ask it.
 */
export const appSessionMachine = setup({
  types: {
    context: {} as AppSessionContext,
    events: {} as AppSessionEvent,
    input: {} as AppSessionInput | undefined,
  },
  actors: {
    /** `undefined` when nobody is signed in. Rejects with a sentence for the person. */
    enter: fromPromise<Project | undefined, Entrance>(unprovided),
    signOut: fromPromise<void>(unprovided),
    openApp: fromPromise<Workspace, { project: Project; app: string }>(({ input }) =>
      input.project.openApp(input.app),
    ),
    openForm: fromPromise<OpenedForm, { workspace: Workspace; draft: string | undefined }>(
      async ({ input: { workspace, draft } }) => openForm(workspace, draft),
    ),
    formEntry: formEntryMachine,
  },
  guards: {
    isSignedIn: (_, { project }: { project: Project | undefined }) => project !== undefined,
    isIn: ({ context }) => context.project !== undefined,
    knowsApp: ({ context }) => knownApp(context) !== undefined,
    leadsElsewhere: ({ context: { destination, app } }) =>
      typeof destination === 'object' && destination.app !== app,
    leadsToDraft: ({ context }) => draftAt(context) !== undefined,
    leadsToDetail: ({ context }) => detailAt(context) !== undefined,
    hasNoOwner: ({ context, event }) =>
      event.type === 'choose' && context.ownerProblems.has(event.id),
    mayFillInFirst: ({ context: { explained } }) =>
      explained !== undefined && mayFillInFirst(explained.problem),
    hasDetail: ({ context }) => context.screen?.kind === 'list' && context.screen.hasDetail,
    /** The form that one has come to would make cases without a clear owner, and the person has not been told. */
    lacksOwner: ({ context }) => unexplained(context) !== undefined,
    isForm: ({ context }) => context.screen?.kind === 'form',
    isSigningOut: ({ context }) => context.destination === 'signOut',
    hasDestination: ({ context }) => context.destination !== undefined,
    wasSubmitted: (_, { output }: { output: FormEntryOutput }) => output.kind === 'submitted',
  },
  actions: {
    noteEntrance: assign({ entrance: ({ event }) => entranceOf(event).kind }),
    takeProject: assign({
      project: (_, { project }: { project: Project | undefined }) => project,
      problem: undefined,
    }),
    dropProject: assign({ project: undefined, destination: undefined, problem: undefined }),
    aimAtApp: assign({
      destination: ({ context, event }) =>
        event.type === 'choose' ? { ...START, app: event.id } : placeInApp(context),
    }),
    takeWorkspace: assign({
      app: ({ context }) => placeInApp(context).app,
      workspace: (_, { workspace }: { workspace: Workspace }) => workspace,
      problem: undefined,
    }),
    dropWorkspace: assign({ app: undefined, workspace: undefined, screen: undefined }),
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
    noteDestination: assign({ destination: ({ context, event }) => destinationOf(context, event) }),
    forgetDestination: assign({ destination: undefined }),
    leaveFormEntry: sendTo('formEntry', { type: 'leave' }),
    goToDestination: ({ context }) => goTo(sessionOf(context), context.destination),
    look: assign(({ context }) => look(context.workspace)),
    lookAgain: assign(({ context }) => {
      context.workspace?.session.refresh();
      return look(context.workspace);
    }),
    showDetail: assign({
      selected: ({ context, event }) => {
        const id = event.type === 'select' ? event.id : detailAt(context);
        return id === undefined ? undefined : { id, tabs: sessionOf(context).detail(id) };
      },
    }),
    hideDetail: assign({ selected: undefined }),
    explainOwner: assign({
      explained: ({ context, event }) => {
        if (event.type !== 'choose') return unexplained(context);
        const problem = context.ownerProblems.get(event.id);
        return problem && { choice: event.id, problem };
      },
    }),
    forgetExplained: assign({ explained: undefined }),
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
  context: ({ input }) => ({
    entrance: 'resume',
    project: undefined,
    app: undefined,
    workspace: undefined,
    screen: undefined,
    ownerProblems: new Map(),
    explained: undefined,
    selected: undefined,
    opened: undefined,
    destination: input?.place,
    finished: undefined,
    problem: undefined,
  }),
  initial: 'opening',
  states: {
    opening: {
      entry: 'noteEntrance',
      invoke: {
        src: 'enter',
        input: ({ event }) => entranceOf(event),
        onDone: [
          {
            guard: { type: 'isSignedIn', params: ({ event }) => ({ project: event.output }) },
            target: 'choosingApp',
            actions: { type: 'takeProject', params: ({ event }) => ({ project: event.output }) },
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
        signIn: 'opening',
        openFiles: 'opening',
      },
    },
    choosingApp: {
      entry: 'dropWorkspace',
      always: { guard: 'knowsApp', target: 'openingApp', actions: 'aimAtApp' },
      on: {
        choose: { target: 'openingApp', actions: 'aimAtApp' },
      },
    },
    openingApp: {
      invoke: {
        src: 'openApp',
        input: ({ context }) => ({
          project: context.project as Project,
          app: placeInApp(context).app ?? '',
        }),
        onDone: {
          target: 'arriving',
          actions: { type: 'takeWorkspace', params: ({ event }) => ({ workspace: event.output }) },
        },
        onError: {
          target: 'choosingApp',
          actions: [
            'forgetDestination',
            { type: 'noteProblem', params: ({ event }) => ({ error: event.error }) },
          ],
        },
      },
    },
    travelling: {
      always: [
        { guard: 'isSigningOut', target: 'signingOut' },
        { guard: 'leadsElsewhere', target: 'choosingApp', actions: 'forgetProblem' },
        { target: 'arriving' },
      ],
    },
    arriving: {
      entry: 'goToDestination',
      always: [
        { guard: 'leadsToDraft', target: 'openingForm' },
        { guard: 'leadsToDetail', target: 'showingDetail', actions: ['look', 'showDetail'] },
        { target: 'browsing' },
      ],
    },
    browsing: {
      entry: ['forgetDestination', 'hideDetail', 'look'],
      always: [
        {
          guard: 'lacksOwner',
          target: 'explainingOwner',
          actions: ['explainOwner', 'leaveScreen'],
        },
        { guard: 'isForm', target: 'openingForm' },
      ],
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
      },
    },
    showingDetail: {
      entry: 'forgetDestination',
      on: {
        continue: { target: 'browsing', actions: 'navigate' },
        back: 'browsing',
      },
    },
    explainingOwner: {
      on: {
        back: { target: 'browsing', actions: 'forgetExplained' },
        continue: { guard: 'mayFillInFirst', target: 'browsing', actions: 'fillInFirst' },
      },
    },
    openingForm: {
      invoke: {
        src: 'openForm',
        input: ({ context }) => ({
          workspace: workspaceOf(context),
          draft: draftAt(context),
        }),
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
    },
    formFailed: {
      exit: 'forgetProblem',
      on: { back: { target: 'browsing', actions: 'leaveForm' } },
    },
    entering: {
      entry: 'forgetDestination',
      // The form is kept first. When that fails it stays open, and says why.
      on: {
        goTo: { actions: ['noteDestination', 'leaveFormEntry'] },
        visit: { actions: ['noteDestination', 'leaveFormEntry'] },
        resumeDraft: { actions: ['noteDestination', 'leaveFormEntry'] },
        signOut: { actions: ['noteDestination', 'leaveFormEntry'] },
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
          { guard: 'hasDestination', target: 'travelling' },
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
        onDone: { target: 'signedOut', actions: ['dropWorkspace', 'dropProject'] },
        onError: { target: 'signedOut', actions: ['dropWorkspace', 'dropProject'] },
      },
    },
  },
  on: {
    goTo: { guard: 'isIn', target: '.travelling', actions: 'noteDestination' },
    resumeDraft: { guard: 'isIn', target: '.travelling', actions: 'noteDestination' },
    signOut: { guard: 'isIn', target: '.travelling', actions: 'noteDestination' },
    visit: [
      { guard: 'isIn', target: '.travelling', actions: 'noteDestination' },
      { actions: 'noteDestination' },
    ],
    language: { actions: ['setLanguage', 'lookAgain'] },
    refresh: { actions: 'lookAgain' },
  },
});

function entranceOf(event: AppSessionEvent | { readonly type: 'xstate.init' }): Entrance {
  switch (event.type) {
    case 'signIn':
      return { kind: 'signIn', username: event.username, password: event.password };
    case 'openFiles':
      return { kind: 'openFiles', files: event.files };
    default:
      return { kind: 'resume' };
  }
}

/** The app to open: the one that the destination names, or the only one unless opening it has just failed. */
function knownApp({ project, destination, problem }: AppSessionContext): string | undefined {
  const apps = project?.apps ?? [];
  const named = typeof destination === 'object' ? destination.app : undefined;
  if (apps.some(({ id }) => id === named)) return named;
  return apps.length === 1 && problem === undefined ? apps[0]?.id : undefined;
}

function placeInApp(context: AppSessionContext): Place {
  const { destination } = context;
  const app = knownApp(context);
  return typeof destination === 'object' && destination.app === app
    ? destination
    : { ...START, app };
}

function destinationOf(
  { app }: AppSessionContext,
  event: AppSessionEvent,
): Destination | undefined {
  switch (event.type) {
    case 'signOut':
      return 'signOut';
    case 'goTo':
      return event.index;
    case 'visit':
      return event.place;
    case 'resumeDraft':
      return { ...START, app: event.app ?? app, draft: event.id };
    default:
      return undefined;
  }
}

/** Where the person has been told of this form already, it was they who went on. */
function unexplained({ screen, explained, workspace }: AppSessionContext): Explained | undefined {
  if (screen?.kind !== 'form' || workspace === undefined) return undefined;
  const choice = screen.entry.commandId;
  const problem = workspace.ownerProblem(screen.entry);
  return problem === undefined || explained?.choice === choice ? undefined : { choice, problem };
}

function draftAt({ destination }: AppSessionContext): string | undefined {
  return typeof destination === 'object' ? destination.draft : undefined;
}

/** The row whose detail the destination means, where there is such a row and it has one. */
function detailAt({ destination, workspace }: AppSessionContext): string | undefined {
  const id = typeof destination === 'object' ? destination.detail : undefined;
  const screen = id === undefined ? undefined : workspace?.session.screen;
  if (screen?.kind !== 'list' || !screen.hasDetail) return undefined;
  return screen.rows.some((row) => row.id === id) ? id : undefined;
}

function goTo(session: Workspace['session'], destination: Destination | undefined): void {
  if (typeof destination === 'number') session.goTo(destination);
  if (typeof destination !== 'object') return;
  const { steps, endpoint } = destination;
  if (endpoint === undefined) session.goToAddress(steps);
  else session.openEndpoint(endpoint.id, endpoint.values);
}

function sessionOf({ workspace }: AppSessionContext) {
  return workspaceOf({ workspace }).session;
}

function workspaceOf({ workspace }: Pick<AppSessionContext, 'workspace'>): Workspace {
  if (workspace === undefined) throw new RangeError('Nobody is signed in');
  return workspace;
}

async function openForm(workspace: Workspace, draft: string | undefined): Promise<OpenedForm> {
  const { screen } = workspace.session;
  const kept = draft !== undefined && (await workspace.sandbox.store.readDraft(draft));
  // An address names the draft of a form in which nothing has been answered yet, too.
  if (draft !== undefined && (kept || screen.kind !== 'form')) return workspace.resumeDraft(draft);
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
