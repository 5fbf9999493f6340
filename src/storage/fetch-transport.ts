import type { OwnerId } from '../case/case.ts';
import type { SyncToken } from '../openrosa/restore.ts';
import type { Cancellation } from '../sync/pace.ts';
import { WorkCancelled } from '../sync/pace.ts';
import { readRestorePending } from '../openrosa/restore-pending.ts';
import { readSubmissionResponse, responseMessage } from '../openrosa/submission-response.ts';
import type { Submission } from '../openrosa/submission.ts';
import type {
  Offline,
  RestoreReply,
  RestoreWatch,
  SharingGroup,
  SignInReply,
  SubmitReply,
  Transport,
  WhoAmIReply,
} from '../sync/transport.ts';
import type { PeopleToActAs } from './read-signed-in-user.ts';
import { sendInParts } from './send-in-parts.ts';
import { readOwners, readPeopleToActAs, readSignedInUser } from './read-signed-in-user.ts';

/** Milliseconds after which no answer counts as offline. A first restore over a slow line takes minutes. */
const TIMEOUTS = { talk: 30_000, submit: 5 * 60_000, restore: 10 * 60_000 };

/** The project server over fetch, with its session cookie. */
export class FetchTransport implements Transport {
  readonly #base: string;

  /** `base` is the server's address without a last slash; `''` for the one that the page came from. */
  constructor(base = '') {
    this.#base = base;
  }

  async signIn(username: string, password: string): Promise<SignInReply> {
    const body = JSON.stringify({ username, password });
    const headers = { 'Content-Type': 'application/json' };
    const answer = await this.#ask('/api/sign-in', { method: 'POST', body, headers });
    if ('kind' in answer) return answer;
    if (answer.ok) return signedIn(answer);
    if (isPassing(answer.status)) return retry(answer, await jsonMessage(answer));
    return { kind: 'refused', message: await jsonMessage(answer) };
  }

  async signOut(): Promise<{ readonly kind: 'signedOut' } | Offline> {
    const answer = await this.#ask('/api/sign-out', { method: 'POST' });
    if ('kind' in answer) return answer;
    // A session that has ended already is signed out as well.
    if (answer.ok || answer.status === 401) return { kind: 'signedOut' };
    return { kind: 'offline', message: statusText(answer) };
  }

  /** Lets an administrator work as another user; `undefined` ends that. */
  async actAs(username: string | undefined): Promise<SignInReply> {
    const headers = { 'Content-Type': 'application/json' };
    const body = JSON.stringify({ username });
    const init = username === undefined ? { method: 'DELETE' } : { method: 'POST', body, headers };
    const answer = await this.#ask('/api/session/acting', init);
    if ('kind' in answer) return answer;
    if (answer.ok) return signedIn(answer);
    return { kind: 'refused', message: await jsonMessage(answer) };
  }

  /** Whom an administrator may work as; `undefined` when the server gives no answer. */
  async peopleToActAs(search: string): Promise<PeopleToActAs | undefined> {
    const path = `/api/session/acting?search=${encodeURIComponent(search)}`;
    const answer = await this.#ask(path, {});
    if ('kind' in answer || !answer.ok) return undefined;
    return readPeopleToActAs(await jsonOf(answer));
  }

  async whoAmI(): Promise<WhoAmIReply> {
    const answer = await this.#ask('/api/session', {});
    if ('kind' in answer) return answer;
    if (answer.ok) return signedIn(answer);
    if (mustSignIn(answer.status)) return { kind: 'signIn', message: await jsonMessage(answer) };
    return retry(answer, await jsonMessage(answer));
  }

  async restore(token: SyncToken | undefined, watch: RestoreWatch = {}): Promise<RestoreReply> {
    const since = token === undefined ? '' : `&since=${encodeURIComponent(token)}`;
    const path = `/api/restore?version=2.0${since}`;
    const answer = await this.#ask(path, {}, TIMEOUTS.restore, watch.cancelled);
    const reply = 'kind' in answer ? answer : await readRestoreReply(answer, watch);
    if (watch.cancelled?.aborted === true) throw new WorkCancelled();
    return reply;
  }

  submit(submission: Submission): Promise<SubmitReply> {
    return sendInParts(submission, (part, isLast) => this.#post(submissionBody(part, isLast)));
  }

  async #post(body: FormData): Promise<SubmitReply> {
    const init = { method: 'POST', body };
    const answer = await this.#ask('/api/receiver', init, TIMEOUTS.submit);
    if ('kind' in answer) return answer;
    const text = await bodyOf(answer);
    if (typeof text !== 'string') return text;
    return readSubmissionResponse(answer.status, text, answer.headers.get('Retry-After'));
  }

  /** Who stands behind owner ids; `undefined` when the server gives no answer. */
  async owners(ids: readonly OwnerId[]): Promise<readonly SharingGroup[] | undefined> {
    const list = ids.map(encodeURIComponent).join(',');
    const answer = await this.#ask(`/api/people?ids=${list}`, {});
    if ('kind' in answer || !answer.ok) return undefined;
    const owners = await jsonOf(answer);
    return owners === undefined ? undefined : readOwners(owners);
  }

  async #ask(
    path: string,
    init: RequestInit & { headers?: Record<string, string> },
    timeout = TIMEOUTS.talk,
    cancelled?: Cancellation,
  ): Promise<Response | Offline> {
    const headers = { ...init.headers, 'X-OpenRosa-Version': '3.0' };
    const signal = endOf(timeout, cancelled);
    try {
      const settings = { credentials: 'same-origin', cache: 'no-store', signal } as const;
      return await fetch(this.#base + path, { ...init, ...settings, headers });
    } catch (error) {
      return offline(error);
    }
  }
}

/** OpenRosa form submission API: the form first, then each attachment under its own name, and whether more requests follow. */
function submissionBody(submission: Submission, isLast: boolean): FormData {
  const body = new FormData();
  const form = new Blob([submission.xml], { type: 'text/xml' });
  body.append('xml_submission_file', form, 'form.xml');
  for (const { name, mediaType, bytes } of submission.attachments) {
    body.append(name, new Blob([bytes], { type: mediaType }), name);
  }
  if (!isLast) body.append('*isIncomplete*', 'yes');
  return body;
}

async function readRestoreReply(answer: Response, watch: RestoreWatch): Promise<RestoreReply> {
  const text = await bodyOf(answer.ok ? watched(answer, watch) : answer);
  if (typeof text !== 'string') return text;
  if (answer.status === 202) {
    return { kind: 'pending', ...readRestorePending(text, answer.headers.get('Retry-After')) };
  }
  if (answer.ok) return { kind: 'restored', xml: text };
  const message = responseMessage(text) || statusText(answer);
  if (answer.status === 412) return { kind: 'unknownToken', message };
  if (mustSignIn(answer.status)) return { kind: 'signIn', message };
  return isPassing(answer.status) ? retry(answer, message) : { kind: 'refused', message };
}

/** The time is up, or nobody wants it any more. */
function endOf(timeout: number, cancelled: Cancellation | undefined): AbortSignal {
  const controller = new AbortController();
  const late = AbortSignal.timeout(timeout);
  late.addEventListener('abort', () => controller.abort(late.reason));
  if (cancelled?.aborted === true) controller.abort();
  cancelled?.addEventListener('abort', () => controller.abort());
  return controller.signal;
}

/** Bytes between two reports: what comes with the first is not worth telling. */
const TOLD_EVERY = 256 * 1024;

function watched(answer: Response, { onReceived }: RestoreWatch): Response {
  if (onReceived === undefined || answer.body === null) return answer;
  let received = 0;
  let told = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      received += chunk.byteLength;
      if (received - told >= TOLD_EVERY) onReceived((told = received));
      controller.enqueue(chunk);
    },
  });
  return new Response(answer.body.pipeThrough(counter), answer);
}

type SignedIn = Extract<WhoAmIReply, { kind: 'signedIn' }>;

async function signedIn(answer: Response): Promise<SignedIn | Offline> {
  const user = readSignedInUser(await jsonOf(answer));
  if (user !== undefined) return { kind: 'signedIn', user };
  // A page of a hotel's or a proxy's own, most likely: the network is there, the server is not.
  return { kind: 'offline', message: 'Something other than the project server has answered' };
}

/** The body may break off as well as the connection. */
async function bodyOf(answer: Response): Promise<string | Offline> {
  try {
    return await answer.text();
  } catch (error) {
    return offline(error);
  }
}

async function jsonOf(answer: Response): Promise<unknown> {
  try {
    return await answer.json();
  } catch {
    return undefined;
  }
}

async function jsonMessage(answer: Response): Promise<string> {
  const json = (await jsonOf(answer)) as { message?: unknown } | undefined | null;
  return typeof json?.message === 'string' ? json.message : statusText(answer);
}

function offline(error: unknown): Offline {
  return { kind: 'offline', message: error instanceof Error ? error.message : String(error) };
}

function retry(answer: Response, message: string) {
  return { kind: 'retry', message, afterSeconds: retryAfter(answer) } as const;
}

/** Seconds that the server asks to wait; `undefined` when it does not say, or says it as a date. */
function retryAfter(answer: Response): number | undefined {
  const seconds = answer.headers.get('Retry-After')?.trim() ?? '';
  return /^\d{1,9}$/.test(seconds) ? Number(seconds) : undefined;
}

function mustSignIn(status: number): boolean {
  return status === 401 || status === 403;
}

/** Statuses that may be different next time. */
function isPassing(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || status >= 500;
}

function statusText({ status, statusText: text }: Response): string {
  return `The server answered ${status}${text === '' ? '' : ` ${text}`}`;
}
