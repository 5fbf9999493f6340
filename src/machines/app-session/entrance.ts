import { assign } from 'xstate';
import type { Project } from '../project.ts';
import type { Workspace } from '../workspace.ts';
import type { AppSessionEvent, Entrance } from './context.ts';
import { anotherUserAt, placeInApp } from './destination.ts';
import { travellingSetup } from './travelling.ts';

/** The ways in and out: signing in, files, the choice of an app, working as another user, signing out. */
export const entranceSetup = travellingSetup.extend({
  guards: {
    isSignedIn: (_, { project }: { project: Project | undefined }) => project !== undefined,
  },
  actions: {
    noteEntrance: assign({ entrance: ({ event }) => entranceOf(event).kind }),
    takeProject: assign({
      project: (_, { project }: { project: Project | undefined }) => project,
      problem: undefined,
    }),
    dropProject: assign({ project: undefined, destination: undefined, problem: undefined }),
    takeWorkspace: assign({
      app: ({ context }) => placeInApp(context).app,
      workspace: (_, { workspace }: { workspace: Workspace }) => workspace,
      problem: undefined,
    }),
    dropWorkspace: assign({ app: undefined, workspace: undefined, screen: undefined }),
  },
});

/** Until an app is open, and after the last one. */
export const entranceStates = {
  opening: entranceSetup.createStateConfig({
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
  }),
  signedOut: entranceSetup.createStateConfig({
    on: {
      signIn: 'opening',
      openFiles: 'opening',
    },
  }),
  choosingApp: entranceSetup.createStateConfig({
    entry: 'dropWorkspace',
    always: { guard: 'knowsApp', target: 'openingApp', actions: 'aimAtApp' },
    on: {
      choose: { target: 'openingApp', actions: 'aimAtApp' },
    },
  }),
  openingApp: entranceSetup.createStateConfig({
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
  }),
  switchingUser: entranceSetup.createStateConfig({
    invoke: {
      src: 'switchUser',
      input: ({ context }) => anotherUserAt(context) ?? { actAs: undefined },
      onDone: { target: 'opening', actions: ['dropWorkspace', 'dropProject'] },
      onError: {
        target: 'choosingApp',
        actions: [
          'forgetDestination',
          { type: 'noteProblem', params: ({ event }) => ({ error: event.error }) },
        ],
      },
    },
  }),
  signingOut: entranceSetup.createStateConfig({
    invoke: {
      src: 'signOut',
      onDone: { target: 'signedOut', actions: ['dropWorkspace', 'dropProject'] },
      onError: { target: 'signedOut', actions: ['dropWorkspace', 'dropProject'] },
    },
  }),
};

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
