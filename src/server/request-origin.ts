import type { AppContext } from './app-environment.ts';

/** Whether the client's side of the connection is encrypted. */
export function isHttps(context: AppContext, trustProxy: boolean): boolean {
  const forwarded = trustProxy ? context.req.header('X-Forwarded-Proto') : undefined;
  return (forwarded ?? new URL(context.req.url).protocol.replace(':', '')) === 'https';
}

/** The host and port that the client believes to talk to. */
export function hostOf(context: AppContext, trustProxy: boolean): string {
  const forwarded = trustProxy ? context.req.header('X-Forwarded-Host') : undefined;
  return forwarded ?? context.req.header('Host') ?? new URL(context.req.url).host;
}

/** The client's network address; `'unknown'` without a socket. */
export function addressOf(context: AppContext, trustProxy: boolean): string {
  // The last entry is the one that our own proxy wrote; those before it are the client's own words.
  const forwarded = trustProxy
    ? context.req.header('X-Forwarded-For')?.split(',').at(-1)
    : undefined;
  return forwarded?.trim() ?? context.env?.incoming?.socket.remoteAddress ?? 'unknown';
}
