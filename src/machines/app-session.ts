import type { ActorRefFrom } from 'xstate';
import { browsingStates, choices } from './app-session/browsing.ts';
import { entranceStates } from './app-session/entrance.ts';
import { fillingInSetup, fillingInStates } from './app-session/filling-in.ts';
import { remoteWorkStates } from './app-session/remote-work.ts';
import { travellingStates } from './app-session/travelling.ts';

export type {
  AppSessionEvent,
  Entrance,
  SessionProblem,
  SignInInput,
} from './app-session/context.ts';
export type { RemoteProblem } from '../sync/remote-server.ts';

export type AppSessionActor = ActorRefFrom<typeof appSessionMachine>;

/**
 * A person's way through an app: signing in, menus, lists, a case, a form, and back. The session of the workspace knows
 * what comes next; this machine knows when to ask it. Its parts lie in `app-session/`; what each adds to the set-up is there for
 * the next, and `browsing`, where all of them meet, stands here.
 */
export const appSessionMachine = fillingInSetup.createMachine({
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
    begun: [],
    opened: undefined,
    destination: input?.place,
    finished: undefined,
    problem: undefined,
    remoteProblem: undefined,
  }),
  initial: 'opening',
  states: {
    ...entranceStates,
    ...travellingStates,
    browsing: {
      entry: ['forgetDestination', 'hideDetail', 'look'],
      exit: 'forgetRemoteProblem',
      always: [
        {
          guard: 'lacksOwner',
          target: 'explainingOwner',
          actions: ['explainOwner', 'leaveScreen'],
        },
        { guard: 'isForm', target: 'lookingForDrafts' },
        { guard: 'asksAtOnce', target: 'searching' },
        { guard: 'isPost', target: 'posting' },
      ],
      on: {
        ...choices,
        answerPrompts: [
          { guard: 'searchesAnew', target: 'refining', actions: 'answerPrompts' },
          { target: 'browsing', reenter: true, actions: 'answerPrompts' },
        ],
        search: { guard: 'canSearch', target: 'searching' },
        back: { target: 'browsing', reenter: true, actions: 'leaveScreen' },
      },
    },
    ...browsingStates,
    ...remoteWorkStates,
    ...fillingInStates,
  },
  on: {
    goTo: { guard: 'isIn', target: '.travelling', actions: 'noteDestination' },
    resumeDraft: { guard: 'isIn', target: '.travelling', actions: 'noteDestination' },
    signOut: { guard: 'isIn', target: '.travelling', actions: 'noteDestination' },
    actAs: { guard: 'isIn', target: '.travelling', actions: 'noteDestination' },
    practise: { guard: 'isIn', target: '.travelling', actions: 'noteDestination' },
    visit: [
      { guard: 'isIn', target: '.travelling', actions: 'noteDestination' },
      { actions: 'noteDestination' },
    ],
    language: { actions: ['setLanguage', 'lookAgain'] },
    refresh: { actions: 'lookAgain' },
  },
});
