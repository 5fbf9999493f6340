import type { ActorRefFrom } from 'xstate';
import { assign, fromPromise, sendTo, setup } from 'xstate';
import { mayFillInFirst } from '../case/ownership/owner-resolution.ts';
import type { FormEntryOutput } from './form-entry.ts';
import { formEntryMachine } from './form-entry.ts';
import { navigate } from './navigate.ts';
import { START } from './place.ts';
import type { Project } from './project.ts';
import { look, unexplained } from './session-view.ts';
import type { PostReply, SearchReply } from '../sync/remote-server.ts';
import type { OpenedForm, Workspace } from './workspace.ts';
import type {
  AppSessionContext,
  AppSessionEvent,
  AppSessionInput,
  Entrance,
  SessionProblem,
} from './app-session-context.ts';
import type { AnotherUser } from './destination.ts';
import {
  anotherUserAt,
  destinationOf,
  detailAt,
  draftAt,
  goTo,
  knownApp,
  placeAt,
  placeInApp,
} from './destination.ts';

export type {
  AppSessionEvent,
  Entrance,
  GivenFile,
  SessionProblem,
  SignInInput,
} from './app-session-context.ts';
export type { RemoteProblem } from '../sync/remote-server.ts';

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
    /** Whoever is signed in is somebody else from then on. Rejects with a sentence for the person. */
    switchUser: fromPromise<void, AnotherUser>(unprovided),
    openApp: fromPromise<Workspace, { project: Project; app: string }>(({ input }) =>
      input.project.openApp(input.app),
    ),
    openForm: fromPromise<OpenedForm, { workspace: Workspace; draft: string | undefined }>(
      async ({ input: { workspace, draft } }) => openForm(workspace, draft),
    ),
    formEntry: formEntryMachine,
    search: fromPromise<SearchReply, { workspace: Workspace }>(({ input }) =>
      input.workspace.search(),
    ),
    post: fromPromise<PostReply, { workspace: Workspace }>(({ input }) => input.workspace.post()),
  },
  guards: {
    isSignedIn: (_, { project }: { project: Project | undefined }) => project !== undefined,
    isIn: ({ context }) => context.project !== undefined,
    knowsApp: ({ context }) => knownApp(context) !== undefined,
    leadsElsewhere: ({ context }) => {
      const place = placeAt(context);
      return place !== undefined && place.app !== context.app;
    },
    leadsToAnotherUser: ({ context }) => anotherUserAt(context) !== undefined,
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
    asksAtOnce: ({ context }) => context.screen?.kind === 'query' && context.screen.asksAtOnce,
    canSearch: ({ context: { screen } }) =>
      screen?.kind === 'query' && screen.prompts.every(({ problem }) => problem === undefined),
    isPost: ({ context }) => context.screen?.kind === 'post',
    hasAnswered: (_, { output }: { output: SearchReply | PostReply }) =>
      output.kind === 'found' || output.kind === 'done',
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
    answerPrompts: ({ context, event }) => {
      if (event.type === 'answerPrompts') sessionOf(context).answerPrompts(event.answers);
    },
    // Nor does an app that searches by itself do so again.
    keepAnswers: ({ context }) => {
      sessionOf(context).answerPrompts({});
    },
    takeResults: ({ context }, { output }: { output: SearchReply }) => {
      if (output.kind === 'found') sessionOf(context).answerQuery(output.xml);
    },
    finishPost: ({ context }) => sessionOf(context).finishPost(),
    noteRemoteProblem: assign({
      remoteProblem: (_, { output }: { output: SearchReply | PostReply }) =>
        output.kind === 'found' || output.kind === 'done' ? undefined : output,
    }),
    forgetRemoteProblem: assign({ remoteProblem: undefined }),
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
    remoteProblem: undefined,
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
        { guard: 'leadsToAnotherUser', target: 'switchingUser' },
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
      exit: 'forgetRemoteProblem',
      always: [
        {
          guard: 'lacksOwner',
          target: 'explainingOwner',
          actions: ['explainOwner', 'leaveScreen'],
        },
        { guard: 'isForm', target: 'openingForm' },
        { guard: 'asksAtOnce', target: 'searching' },
        { guard: 'isPost', target: 'posting' },
      ],
      on: {
        answerPrompts: { target: 'browsing', reenter: true, actions: 'answerPrompts' },
        search: { guard: 'canSearch', target: 'searching' },
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
    searching: {
      invoke: {
        src: 'search',
        input: ({ context }) => ({ workspace: workspaceOf(context) }),
        onDone: [
          {
            guard: { type: 'hasAnswered', params: ({ event }) => ({ output: event.output }) },
            target: 'browsing',
            actions: {
              type: 'takeResults',
              params: ({ event }) => ({ output: event.output }),
            },
          },
          {
            target: 'browsing',
            actions: [
              'keepAnswers',
              { type: 'noteRemoteProblem', params: ({ event }) => ({ output: event.output }) },
            ],
          },
        ],
      },
      on: {
        back: { target: 'browsing', actions: 'keepAnswers' },
      },
    },
    posting: {
      invoke: {
        src: 'post',
        input: ({ context }) => ({ workspace: workspaceOf(context) }),
        onDone: [
          {
            guard: { type: 'hasAnswered', params: ({ event }) => ({ output: event.output }) },
            target: 'browsing',
            actions: 'finishPost',
          },
          {
            target: 'postFailed',
            actions: {
              type: 'noteRemoteProblem',
              params: ({ event }) => ({ output: event.output }),
            },
          },
        ],
      },
      on: {
        back: { target: 'browsing', actions: 'leaveScreen' },
      },
    },
    postFailed: {
      exit: 'forgetRemoteProblem',
      on: {
        retry: 'posting',
        back: { target: 'browsing', actions: 'leaveScreen' },
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
        actAs: { actions: ['noteDestination', 'leaveFormEntry'] },
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
    switchingUser: {
      invoke: {
        src: 'switchUser',
        input: ({ context }) => ({ actAs: anotherUserAt(context)?.actAs }),
        onDone: { target: 'opening', actions: ['dropWorkspace', 'dropProject'] },
        onError: {
          target: 'choosingApp',
          actions: [
            'forgetDestination',
            { type: 'noteProblem', params: ({ event }) => ({ error: event.error }) },
          ],
        },
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
    actAs: { guard: 'isIn', target: '.travelling', actions: 'noteDestination' },
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

function problemOf(error: unknown): SessionProblem {
  return { message: error instanceof Error ? error.message : String(error), error };
}

function unprovided(): never {
  throw new RangeError('The host of an app session has to provide its actors');
}
