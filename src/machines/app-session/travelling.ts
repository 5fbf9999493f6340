import { assign } from 'xstate';
import { START } from '../place.ts';
import { workspaceOf } from './context.ts';
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
import { appSessionSetup } from './setup.ts';

/** Where somebody is going: by breadcrumb, address or draft, to another user's project, or out. */
export const travellingSetup = appSessionSetup.extend({
  guards: {
    isIn: ({ context }) => context.project !== undefined,
    knowsApp: ({ context }) => knownApp(context) !== undefined,
    isSigningOut: ({ context }) => context.destination === 'signOut',
    leadsToAnotherUser: ({ context }) => anotherUserAt(context) !== undefined,
    leadsElsewhere: ({ context }) => {
      const place = placeAt(context);
      return place !== undefined && place.app !== context.app;
    },
    leadsToDraft: ({ context }) => draftAt(context) !== undefined,
    leadsToDetail: ({ context }) => detailAt(context) !== undefined,
    hasDestination: ({ context }) => context.destination !== undefined,
  },
  actions: {
    noteDestination: assign({ destination: ({ context, event }) => destinationOf(context, event) }),
    aimAtApp: assign({
      destination: ({ context, event }) =>
        event.type === 'choose' ? { ...START, app: event.id } : placeInApp(context),
    }),
    goToDestination: ({ context }) => goTo(workspaceOf(context).session, context.destination),
    forgetDestination: assign({ destination: undefined }),
    showDetail: assign({
      selected: ({ context, event }) => {
        const id = event.type === 'select' ? event.id : detailAt(context);
        if (id === undefined) return undefined;
        return { id, tabs: workspaceOf(context).session.detail(id) };
      },
    }),
  },
});

/** On the way, and at the place in the app that the destination means. */
export const travellingStates = {
  travelling: travellingSetup.createStateConfig({
    always: [
      { guard: 'isSigningOut', target: 'signingOut' },
      { guard: 'leadsToAnotherUser', target: 'switchingUser' },
      { guard: 'leadsElsewhere', target: 'choosingApp', actions: 'forgetProblem' },
      { target: 'arriving' },
    ],
  }),
  arriving: travellingSetup.createStateConfig({
    entry: 'goToDestination',
    always: [
      { guard: 'leadsToDraft', target: 'openingForm' },
      { guard: 'leadsToDetail', target: 'showingDetail', actions: ['look', 'showDetail'] },
      { target: 'browsing' },
    ],
  }),
};
