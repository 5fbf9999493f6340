import type { UpstreamOptions } from './upstream-options.ts';

/** Why the other server gave no answer that could be used. */
export class UpstreamUnreachableError extends Error {
  override readonly name = 'UpstreamUnreachableError';

  constructor(
    message: string,
    /** 504: it took too long; 503: something needed first could not be had; 502: anything else. */
    readonly status: 502 | 503 | 504,
  ) {
    super(message);
  }
}

/** Name and password as the other server knows them. */
export type Credentials = Readonly<Record<'username' | 'password', string>>;

interface UpstreamRequest {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: FormData | URLSearchParams;
  /** Milliseconds until the answer must begin. */
  readonly patience?: number;
}

const PATIENCE = 25_000;

/**
 * Asks the other server in a user's name. Each request carries that user's own credentials and no cookies: neither a browser's nor those
 * that the other server sets, so nothing of one user's session reaches another.
 */
export class UpstreamClient {
  readonly #options: UpstreamOptions;

  constructor(options: UpstreamOptions) {
    this.#options = options;
  }

  /** `path` below `/a/<domain>/`. Throws UpstreamUnreachableError. Redirects are not followed: they lead to pages for people. */
  async ask(
    credentials: Credentials,
    path: string,
    { method = 'GET', headers = {}, body, patience }: UpstreamRequest = {},
  ): Promise<Response> {
    const { url, domain } = this.#options;
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), patience ?? this.#options.patience ?? PATIENCE);
    const authorization = { Authorization: basic(credentials, domain) };
    try {
      return await fetch(`${url}/a/${encodeURIComponent(domain)}/${path}`, {
        method,
        headers: { ...headers, ...authorization, 'X-OpenRosa-Version': '3.0' },
        redirect: 'manual',
        signal: limit.signal,
        ...(body === undefined ? {} : { body }),
      });
    } catch {
      throw unreachable(limit.signal.aborted);
    } finally {
      clearTimeout(timer);
    }
  }
}

function basic({ username, password }: Credentials, domain: string): string {
  const name = fullName(username, domain);
  return `Basic ${Buffer.from(`${name}:${password}`, 'utf8').toString('base64')}`;
}

/** Mobile workers may leave out what stands behind the @; it is always the project's. */
export function fullName(username: string, domain: string): string {
  return username.includes('@') ? username : `${username}@${domain}.commcarehq.org`;
}

function unreachable(tookTooLong: boolean): UpstreamUnreachableError {
  return tookTooLong
    ? new UpstreamUnreachableError('The project’s server took too long to answer.', 504)
    : new UpstreamUnreachableError('The project’s server cannot be reached just now.', 502);
}

/** The bytes of an answer. Throws UpstreamUnreachableError for more than `most`, and where it breaks off. */
export async function bytesOf(answer: Response, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunksOf(answer)) {
    size += chunk.length;
    if (size > most) throw tooLong();
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** A body as it comes; leaving the loop ends the download. Throws UpstreamUnreachableError where it breaks off. */
export async function* chunksOf(answer: Response): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of answer.body ?? []) yield chunk as Uint8Array;
  } catch {
    throw unreachable(false);
  }
}

/** The same as text. */
export async function textOf(answer: Response, most: number): Promise<string> {
  return new TextDecoder().decode(await bytesOf(answer, most));
}

/** Passes a body on, and breaks off when there is more of it than `most` bytes. */
export function limited(answer: Response, most: number): ReadableStream<Uint8Array> | null {
  let size = 0;
  const count = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      size += chunk.length;
      if (size > most) controller.error(tooLong());
      else controller.enqueue(chunk);
    },
  });
  return answer.body === null ? null : answer.body.pipeThrough(count);
}

function tooLong(): UpstreamUnreachableError {
  return new UpstreamUnreachableError('The answer of the project’s server is too long.', 502);
}
