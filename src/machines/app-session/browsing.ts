import { assign } from 'xstate';
import { mayFillInFirst } from '../../case/ownership/owner-resolution.ts';
import { workspaceOf } from './context.ts';
import { entranceSetup } from './entrance.ts';
import { navigate } from './navigate.ts';
import { unexplained } from './session-view.ts';

/** The way through an app: menus, lists, the detail of a case, and being told that a form would have no owner. */
export const browsingSetup = entranceSetup.extend({
  guards: {
    hasDetail: ({ context }) => context.screen?.kind === 'list' && context.screen.hasDetail,
    isForm: ({ context }) => context.screen?.kind === 'form',
    hasNoOwner: ({ context, event }) =>
      event.type === 'choose' && context.ownerProblems.has(event.id),
    /** The form that one has come to would make cases without a clear owner, and the person has not been told. */
    lacksOwner: ({ context }) => unexplained(context) !== undefined,
    mayFillInFirst: ({ context: { explained } }) =>
      explained !== undefined && mayFillInFirst(explained.problem),
  },
  actions: {
    navigate: ({ context, event }) =>
      navigate(workspaceOf(context).session, event, context.selected?.id),
    leaveScreen: ({ context }) => workspaceOf(context).session.back(),
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
      if (context.explained === undefined) return;
      workspaceOf(context).session.choose(context.explained.choice);
    },
    setLanguage: ({ context, event }) => {
      if (event.type !== 'language' || context.workspace === undefined) return;
      context.workspace.language = event.language;
    },
  },
});

/** What one may choose on a screen of the app, also while a search beside it goes on. */
export const choices = {
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
  followCell: { target: 'browsing', reenter: true, actions: 'navigate' },
} as const;

/** In the app, at a screen that asks for a choice. */
export const browsingStates = {
  showingDetail: browsingSetup.createStateConfig({
    entry: 'forgetDestination',
    on: {
      continue: { target: 'browsing', actions: 'navigate' },
      back: 'browsing',
    },
  }),
  explainingOwner: browsingSetup.createStateConfig({
    on: {
      back: { target: 'browsing', actions: 'forgetExplained' },
      continue: { guard: 'mayFillInFirst', target: 'browsing', actions: 'fillInFirst' },
    },
  }),
};
