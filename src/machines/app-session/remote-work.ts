import { assign } from 'xstate';
import type { PostReply, SearchReply } from '../../sync/remote-server.ts';
import { browsingSetup } from './browsing.ts';
import { workspaceOf } from './context.ts';

/** What needs the server at once: searching for cases, and posting, as a claim does. */
export const remoteWorkSetup = browsingSetup.extend({
  guards: {
    asksAtOnce: ({ context }) => context.screen?.kind === 'query' && context.screen.asksAtOnce,
    canSearch: ({ context: { screen } }) =>
      screen?.kind === 'query' && screen.prompts.every(({ problem }) => problem === undefined),
    isPost: ({ context }) => context.screen?.kind === 'post',
    hasAnswered: (_, { output }: { output: SearchReply | PostReply }) =>
      output.kind === 'found' || output.kind === 'done',
  },
  actions: {
    answerPrompts: ({ context, event }) => {
      if (event.type === 'answerPrompts') {
        workspaceOf(context).session.answerPrompts(event.answers);
      }
    },
    // Nor does an app that searches by itself do so again.
    keepAnswers: ({ context }) => {
      workspaceOf(context).session.answerPrompts({});
    },
    takeResults: ({ context }, { output }: { output: SearchReply }) => {
      if (output.kind === 'found') workspaceOf(context).session.answerQuery(output.xml);
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
      back: { target: 'browsing', actions: 'keepAnswers' },
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
