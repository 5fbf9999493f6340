import type { MiddlewareHandler } from 'hono';
import type { AppContext, AppEnvironment } from '../app-environment.ts';
import { hostOf } from '../request-origin.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what another site makes a browser send with our user's cookie or password. Clients that are no browsers send
 * neither `Sec-Fetch-Site` nor `Origin` and pass.
 */
export function sameOriginOnly(trustProxy: boolean): MiddlewareHandler<AppEnvironment> {
  return async (context, next) => {
    if (SAFE_METHODS.has(context.req.method) || isSameOrigin(context, trustProxy)) return next();
    return context.json({ message: 'This request came from another site and was refused.' }, 403);
  };
}

function isSameOrigin(context: AppContext, trustProxy: boolean): boolean {
  const site = context.req.header('Sec-Fetch-Site');
  const origin = context.req.header('Origin');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  return origin === undefined || hostOfOrigin(origin) === hostOf(context, trustProxy);
}

/** `''` for `null`, which a sandboxed frame sends, and anything else that is no address. */
function hostOfOrigin(origin: string): string {
  try {
    return new URL(origin).host;
  } catch {
    return '';
  }
}
