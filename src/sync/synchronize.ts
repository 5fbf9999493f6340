import type { CaseId } from '../case/case.ts';
import type { Restore, SyncToken } from '../openrosa/restore.ts';
import type { DepartedCase } from './departed-case.ts';
import { NO_PAUSES, WorkCancelled } from './pace.ts';
import type { Cancellation, Pace } from './pace.ts';
import { readRestore } from './read-restore.ts';
import { retryDelay } from './retry-delay.ts';
import { sendOutbox } from './send-outbox.ts';
import type { RejectedForm } from './send-outbox.ts';
import { takeRestore } from './take-restore.ts';
import type { RestoreReply, RestoreWatch, Transport } from './transport.ts';
import type { UserSandbox } from './user-sandbox.ts';

/** Where time and chance come from. */
export interface SyncEnvironment {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number;
  /** In [0, 1). */
  random(): number;
  /** Without it the work is done without a pause. */
  readonly pace?: Pace;
  /**
   * Lets so many seconds pass, or fewer when nobody wants to wait any more. Without it a restore that is not ready is asked for at the
   * next synchronization.
   */
  readonly wait?: (seconds: number, cancelled: Cancellation | undefined) => Promise<void>;
}

export interface SyncOptions extends RestoreWatch {
  /** How many synchronizations in a row have ended with `later` before this one. */
  readonly failures: number;
  /** Ask for a full restore whatever the token. */
  readonly full?: boolean;
  /** Hears how much of a large restore the server has prepared, from 0 to 1. */
  readonly onPreparing?: (prepared: number) => void;
  /** Hears now and then how much of the restore is read, from 0 to 1. */
  readonly onProgress?: (read: number) => void;
}

/**
 * How a synchronization ended. `later`: try again after so many seconds. `signIn`: the session has ended, or belongs to
 * somebody else; nothing is lost. `failed`: trying again will not help, `message` says why.
 */
export type SyncEnd =
  | { readonly kind: 'done' }
  | {
      readonly kind: 'later';
      readonly reason: 'offline' | 'busy';
      readonly message: string;
      readonly afterSeconds: number;
    }
  | { readonly kind: 'signIn'; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string };

/** All that there is to tell about one synchronization; also what it did before it ended early. */
export interface SyncReport {
  readonly end: SyncEnd;
  /** instanceIDs that the server has confirmed. */
  readonly sent: readonly string[];
  readonly rejected: readonly RejectedForm[];
  readonly restored: 'full' | 'incremental' | 'none';
  /** Cases that came or changed. */
  readonly changed: readonly CaseId[];
  readonly departed: readonly DepartedCase[];
  readonly problems: readonly string[];
}

/**
 * Sends what waits, then asks for what is new. To be run by one tab at a time. Ends with a report, and never throws for
 * what network or server do; rejects when the store fails, and with {@link WorkCancelled}.
 */
export async function synchronize(
  sandbox: UserSandbox,
  transport: Transport,
  environment: SyncEnvironment,
  options: SyncOptions,
): Promise<SyncReport> {
  const foreign = await stranger(sandbox, transport);
  if (foreign !== undefined) return { ...NOTHING, end: endOf(foreign, environment, options) };
  const { sent, rejected, stopped } = await sendOutbox(sandbox.store, transport);
  const soFar = { ...NOTHING, sent, rejected };
  if (stopped !== undefined && stopped.kind !== 'retry') {
    return { ...soFar, end: endOf(stopped, environment, options) };
  }
  const fetched = await fetchRestore(sandbox, transport, environment, options);
  // A form that the server could not take this time must not keep the news from coming in.
  const end = endOf(stopped ?? fetched.stopped, environment, options);
  return { ...soFar, ...fetched.news, end };
}

type News = Pick<SyncReport, 'restored' | 'changed' | 'departed' | 'problems'>;

const NOTHING: Omit<SyncReport, 'end'> = {
  sent: [],
  rejected: [],
  restored: 'none',
  changed: [],
  departed: [],
  problems: [],
};

/** What keeps a part of the synchronization from being done. */
type Stopped =
  | { readonly kind: 'offline' | 'signIn' | 'refused'; readonly message: string }
  | { readonly kind: 'retry'; readonly message: string; readonly afterSeconds: number | undefined };

function endOf(
  stopped: Stopped | undefined,
  environment: SyncEnvironment,
  { failures }: SyncOptions,
): SyncEnd {
  if (stopped === undefined) return { kind: 'done' };
  const { kind, message } = stopped;
  if (kind === 'signIn') return { kind, message };
  if (kind === 'refused') return { kind: 'failed', message };
  const atLeast = kind === 'retry' ? stopped.afterSeconds : undefined;
  const afterSeconds = retryDelay(failures + 1, environment.random(), atLeast);
  return { kind: 'later', reason: kind === 'retry' ? 'busy' : 'offline', message, afterSeconds };
}

/** One user's forms must not be sent in another's name: a second tab may have signed somebody else in. */
async function stranger(sandbox: UserSandbox, transport: Transport): Promise<Stopped | undefined> {
  const reply = await transport.whoAmI();
  if (reply.kind !== 'signedIn') return reply;
  if (reply.user.userId === sandbox.userId) return undefined;
  const message = `Signed in as ${reply.user.username}, while these forms are of another user`;
  return { kind: 'signIn', message };
}

interface Fetched {
  readonly news: News;
  readonly stopped: Stopped | undefined;
}

async function fetchRestore(
  sandbox: UserSandbox,
  transport: Transport,
  environment: SyncEnvironment,
  options: SyncOptions,
): Promise<Fetched> {
  const record = await sandbox.store.readRestoreRecord();
  const token = options.full ? undefined : record?.syncToken;
  const ask = (since: SyncToken | undefined) =>
    askUntilReady(transport, since, environment, options);
  const { reply, full } = await askForRestore(ask, token);
  if (reply.kind === 'unknownToken') return nothingNew({ ...reply, kind: 'refused' });
  if (reply.kind !== 'restored') return nothingNew(reply);
  const restore = await readReply(reply.xml, environment, options);
  if ('kind' in restore) return nothingNew(restore);
  const taken = await takeRestore(sandbox, restore, {
    full,
    now: environment.now(),
    pace: environment.pace,
  });
  if (taken.kind === 'refused') return nothingNew({ kind: 'signIn', message: taken.message });
  const { changed, departed, problems } = taken;
  const restored = full ? 'full' : 'incremental';
  return { news: { restored, changed, departed, problems }, stopped: undefined };
}

type AskForRestore = (token: SyncToken | undefined) => Promise<ReadyReply>;

type ReadyReply = Exclude<RestoreReply, { kind: 'pending' }>;

/** Once more without the token when the server does not know it. */
async function askForRestore(ask: AskForRestore, token: SyncToken | undefined) {
  const reply = await ask(token);
  if (reply.kind !== 'unknownToken' || token === undefined) {
    return { reply, full: token === undefined };
  }
  return { reply: await ask(undefined), full: true };
}

/** Seconds: whatever a server says, somebody is waiting. */
const LONGEST_WAIT = 300;

/** A large restore takes a server a while; meanwhile it says how far it is, and when to ask again. */
async function askUntilReady(
  transport: Transport,
  token: SyncToken | undefined,
  { wait, pace = NO_PAUSES }: SyncEnvironment,
  { onPreparing = () => undefined, ...watch }: SyncOptions,
): Promise<ReadyReply> {
  for (;;) {
    const reply = await transport.restore(token, watch);
    if (reply.kind !== 'pending') return reply;
    const { done, total, retryAfter } = reply;
    onPreparing(total === 0 ? 0 : done / total);
    if (wait === undefined) return notReady(retryAfter);
    await wait(Math.min(Math.max(retryAfter, 1), LONGEST_WAIT), watch.cancelled);
    if (watch.cancelled?.aborted === true) throw new WorkCancelled();
    await pace.pause();
  }
}

function notReady(afterSeconds: number): ReadyReply {
  return { kind: 'retry', message: 'The server is preparing the cases', afterSeconds };
}

/** Reading depends on nothing but the text: whatever goes wrong, the text is at fault. */
async function readReply(
  xml: string,
  { pace = NO_PAUSES }: SyncEnvironment,
  { onProgress = () => undefined }: SyncOptions,
): Promise<Restore | Stopped> {
  try {
    return await readRestore(xml, 'restore', pace, onProgress);
  } catch (error) {
    if (error instanceof WorkCancelled) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'refused', message: `The restore cannot be read: ${reason}` };
  }
}

function nothingNew(stopped: Stopped): Fetched {
  const { restored, changed, departed, problems } = NOTHING;
  return { news: { restored, changed, departed, problems }, stopped };
}
