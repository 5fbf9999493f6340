import type { ActorRefFrom } from 'xstate';
import { assign, fromPromise, setup } from 'xstate';
import type { SyncReport } from '../sync/synchronize.ts';
import type { SignInInput } from './app-session.ts';

export type SyncEvent =
  /** Somebody asks, a form was saved, or the network is back. */
  | { readonly type: 'sync.request' }
  /** The session had ended; the user signs in again, in place. */
  | { readonly type: 'sync.signIn'; readonly username: string; readonly password: string };

interface SyncContext {
  /** Synchronizations in a row that ended with "later". */
  readonly failures: number;
  /** Something was asked for while a synchronization was running. */
  readonly again: boolean;
  readonly report: SyncReport | undefined;
  /** What keeps it from working, as a sentence; `undefined` when it works. */
  readonly problem: string | undefined;
}

/**
 * Keeps this device and the server together: sends what waits, fetches what is new, tries again later when the network or
 * the server cannot. `synchronize` is brought by the host. Nothing here throws away anything.
 */
export const syncMachine = setup({
  types: {
    context: {} as SyncContext,
    events: {} as SyncEvent,
  },
  actors: {
    synchronize: fromPromise<SyncReport, { failures: number }>(unprovided),
    /** Rejects with a sentence for the person. */
    signIn: fromPromise<void, SignInInput>(unprovided),
  },
  delays: {
    retry: ({ context }) =>
      context.report?.end.kind === 'later' ? context.report.end.afterSeconds * 1000 : 0,
  },
  guards: {
    wasAskedAgain: ({ context }) => context.again,
    endedAs: ({ context }, kind: SyncReport['end']['kind']) => context.report?.end.kind === kind,
  },
  actions: {
    rememberRequest: assign({ again: true }),
    forgetRequest: assign({ again: false }),
    noteReport: assign({
      report: (_, { report }: { report: SyncReport }) => report,
      failures: ({ context }, { report }) =>
        report.end.kind === 'later' ? context.failures + 1 : 0,
      problem: (_, { report }) => (report.end.kind === 'done' ? undefined : report.end.message),
    }),
    noteProblem: assign({
      problem: (_, { error }: { error: unknown }) =>
        error instanceof Error ? error.message : String(error),
    }),
  },
}).createMachine({
  id: 'sync',
  context: { failures: 0, again: false, report: undefined, problem: undefined },
  initial: 'idle',
  states: {
    idle: { on: { 'sync.request': 'syncing' } },
    syncing: {
      entry: 'forgetRequest',
      on: { 'sync.request': { actions: 'rememberRequest' } },
      invoke: {
        src: 'synchronize',
        input: ({ context }) => ({ failures: context.failures }),
        onDone: {
          target: 'judging',
          actions: { type: 'noteReport', params: ({ event }) => ({ report: event.output }) },
        },
        onError: {
          target: 'failed',
          actions: { type: 'noteProblem', params: ({ event }) => ({ error: event.error }) },
        },
      },
    },
    judging: {
      always: [
        { guard: { type: 'endedAs', params: 'signIn' }, target: 'signInNeeded' },
        { guard: { type: 'endedAs', params: 'later' }, target: 'waiting' },
        { guard: { type: 'endedAs', params: 'failed' }, target: 'failed' },
        { guard: 'wasAskedAgain', target: 'syncing' },
        { target: 'idle' },
      ],
    },
    waiting: {
      after: { retry: 'syncing' },
      on: { 'sync.request': 'syncing' },
    },
    signInNeeded: { on: { 'sync.signIn': 'signingIn' } },
    signingIn: {
      invoke: {
        src: 'signIn',
        input: ({ event }) => event as SyncEvent & { type: 'sync.signIn' },
        onDone: 'syncing',
        onError: {
          target: 'signInNeeded',
          actions: { type: 'noteProblem', params: ({ event }) => ({ error: event.error }) },
        },
      },
    },
    failed: { on: { 'sync.request': 'syncing' } },
  },
});

export type SyncActor = ActorRefFrom<typeof syncMachine>;

function unprovided(): never {
  throw new RangeError('The host of the sync machine has to provide its actors');
}
