import { assign } from 'xstate';
import type { PostReply, SearchReply } from '../../sync/remote-server.ts';
import type { QueryAnswers } from '../../suite/query-datum.ts';
import { mayBeAsked } from '../../suite/query-screen.ts';
import type { QueryScreen } from '../../suite/screen.ts';
import { browsingSetup, choices } from './browsing.ts';
import type { AppSessionContext } from './context.ts';
import { workspaceOf } from './context.ts';

/** In milliseconds: answers that follow one another this closely are one question to the server. */
const SEARCH_PAUSE = 250;

/** What needs the server at once: searching for cases, and posting, as a claim does. */
export const remoteWorkSetup = browsingSetup.extend({
  delays: { searchPause: SEARCH_PAUSE },
  guards: {
    asksAtOnce: ({ context }) => context.screen?.kind === 'query' && context.screen.asksAtOnce,
    canSearch: ({ context }) => {
      const query = queryOf(context);
      return query !== undefined && mayBeAsked(query);
    },
    /** Each answer asks the server anew. */
    searchesAnew: ({ context }) => queryOf(context)?.datum?.dynamicSearch === true,
    /** The list shows already what these answers find. */
    isFound: ({ context }) => queryOf(context)?.isFound === true,
    isPost: ({ context }) => context.screen?.kind === 'post',
    hasAnswered: (_, { output }: { output: SearchReply | PostReply }) =>
      output.kind === 'found' || output.kind === 'done',
  },
  actions: {
    answerPrompts: ({ context, event }) => {
      if (event.type === 'answerPrompts') answer(context, event.answers);
    },
    // Nor does an app that searches by itself do so again.
    keepAnswers: ({ context }) => answer(context, {}),
    takeResults: ({ context }, { output }: { output: SearchReply }) => {
      if (output.kind !== 'found' || queryOf(context) === undefined) return;
      workspaceOf(context).session.answerQuery(output.xml);
    },
    finishPost: ({ context }) => workspaceOf(context).session.finishPost(),
    noteRemoteProblem: assign({
      remoteProblem: (_, { output }: { output: SearchReply | PostReply }) =>
        output.kind === 'found' || output.kind === 'done' ? undefined : output,
    }),
    forgetRemoteProblem: assign({ remoteProblem: undefined }),
  },
});

/** Waiting for the server, or told why it did not do what the app asks. */
export const remoteWorkStates = {
  searching: remoteWorkSetup.createStateConfig({
    invoke: {
      src: 'search',
      input: ({ context }) => ({ workspace: workspaceOf(context) }),
      onDone: [
        {
          guard: { type: 'hasAnswered', params: ({ event }) => ({ output: event.output }) },
          target: 'browsing',
          actions: { type: 'takeResults', params: ({ event }) => ({ output: event.output }) },
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
      ...choices,
      // Whatever was asked before is not waited for any more.
      answerPrompts: [
        { guard: 'searchesAnew', target: 'refining', actions: 'answerPrompts' },
        { target: 'browsing', actions: 'answerPrompts' },
      ],
      back: { target: 'browsing', actions: 'keepAnswers' },
    },
  }),
  /** An answer has just changed that is searched for without being told to, as soon as no other follows. */
  refining: remoteWorkSetup.createStateConfig({
    entry: 'look',
    after: {
      searchPause: [
        { guard: 'isFound', target: 'browsing' },
        { guard: 'canSearch', target: 'searching' },
        { target: 'browsing' },
      ],
    },
    on: {
      ...choices,
      answerPrompts: { target: 'refining', reenter: true, actions: 'answerPrompts' },
      search: { guard: 'canSearch', target: 'searching' },
      back: 'browsing',
    },
  }),
  posting: remoteWorkSetup.createStateConfig({
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
  }),
  postFailed: remoteWorkSetup.createStateConfig({
    exit: 'forgetRemoteProblem',
    on: {
      retry: 'posting',
      back: { target: 'browsing', actions: 'leaveScreen' },
    },
  }),
};

function answer(context: AppSessionContext, answers: QueryAnswers): void {
  if (queryOf(context) !== undefined) workspaceOf(context).session.answerPrompts(answers);
}

/** A sync may lead on while it is answered or asked: then there is none any more. */
function queryOf(context: AppSessionContext): QueryScreen | undefined {
  return workspaceOf(context).session.query;
}
