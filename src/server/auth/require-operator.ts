import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { AppContext, AppEnvironment } from '../app-environment.ts';

const FORWARDED = ['Forwarded', 'X-Forwarded-For', 'X-Real-IP'];

/**
 * Lets programs that watch over the server through: by the bearer token that it was started with, or, where there is none, from this very
 * machine and not through a proxy on it.
 */
export function requireOperator(token: string | undefined): MiddlewareHandler<AppEnvironment> {
  const isOperator =
    token === undefined ? isFromHere : (context: AppContext) => has(context, token);
  return async (context, next) => {
    if (isOperator(context)) return next();
    const message =
      'Ask from the machine of the server, or with the token in CASELOAD_METRICS_TOKEN.';
    return context.json({ message }, 403);
  };
}

function isFromHere(context: AppContext): boolean {
  const address = context.env?.incoming?.socket.remoteAddress ?? '';
  const isForwarded = FORWARDED.some((name) => context.req.header(name) !== undefined);
  return /^(::1|(::ffff:)?127\.)/.test(address) && !isForwarded;
}

function has(context: AppContext, token: string): boolean {
  const [, given = ''] = /^Bearer +(\S+)$/i.exec(context.req.header('Authorization') ?? '') ?? [];
  return timingSafeEqual(digest(given), digest(token));
}

/** Texts of different length cannot be compared in equal time, their digests can. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
