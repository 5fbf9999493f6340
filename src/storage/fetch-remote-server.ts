import type { RemoteProblem, RemoteRequest, SearchReply } from '../sync/remote-server.ts';
import { remotePath } from './remote-path.ts';

/** Milliseconds after which no answer counts as offline: somebody is waiting. */
const TIMEOUT = 30_000;

/** What the project server says to a post: `changed` when a sync brings something new. */
export type PostAnswer = { readonly kind: 'done'; readonly changed: boolean } | RemoteProblem;

/** The searches and claims of apps at the project server, with its session cookie. */
export class FetchRemoteServer {
  /** The server's address without a last slash; `''` for the one that the page came from. */
  readonly #base: string;

  constructor(base = '') {
    this.#base = base;
  }

  async search(request: RemoteRequest, ended?: AbortSignal): Promise<SearchReply> {
    const answer = await this.#ask(request, ended);
    if ('kind' in answer) return answer;
    try {
      return { kind: 'found', xml: await answer.text() };
    } catch (error) {
      return offline(error);
    }
  }

  async post(request: RemoteRequest): Promise<PostAnswer> {
    const answer = await this.#ask(request);
    return 'kind' in answer ? answer : { kind: 'done', changed: answer.status !== 204 };
  }

  /** An answer that is good, or why there is none. */
  async #ask(
    { url, parameters }: RemoteRequest,
    ended?: AbortSignal,
  ): Promise<Response | RemoteProblem> {
    const path = remotePath(url);
    if (path === undefined) return { kind: 'noServer', message: url };
    const body = new URLSearchParams(parameters.map(({ key, value }) => [key, value]));
    try {
      const settings = { credentials: 'same-origin', cache: 'no-store' } as const;
      const timeout = AbortSignal.timeout(TIMEOUT);
      const signal = ended === undefined ? timeout : AbortSignal.any([timeout, ended]);
      const answer = await fetch(this.#base + path, { method: 'POST', body, signal, ...settings });
      return answer.ok ? answer : await problemOf(answer);
    } catch (error) {
      return offline(error);
    }
  }
}

async function problemOf(answer: Response): Promise<RemoteProblem> {
  const message = `${answer.status}: ${(await answer.text()).replaceAll(/<[^>]*>/g, ' ').trim()}`;
  if (answer.status === 401) return { kind: 'signIn', message };
  const passes = answer.status === 429 || answer.status >= 500;
  return { kind: passes ? 'retry' : 'refused', message };
}

function offline(error: unknown): RemoteProblem {
  return { kind: 'offline', message: error instanceof Error ? error.message : String(error) };
}
