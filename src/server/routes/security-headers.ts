import type { MiddlewareHandler } from 'hono';
import type { AppEnvironment } from '../app-environment.ts';
import { isHttps } from '../request-origin.ts';

/** What the web app may load and do. Nothing from elsewhere, no inline scripts or styles, no evaluated code. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob:",
  'media-src blob:',
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
];

const HEADERS: Readonly<Record<string, string>> = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(self), geolocation=(self), microphone=(self)',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/** Sends the security headers with every answer. `appSources` are the origins that the web app may fetch apps from, besides its own. */
export function securityHeaders(
  trustProxy: boolean,
  appSources: readonly string[],
): MiddlewareHandler<AppEnvironment> {
  const policy = [...POLICY, ["connect-src 'self'", ...appSources].join(' ')].join('; ');
  return async (context, next) => {
    await next();
    context.header('Content-Security-Policy', policy);
    for (const [name, value] of Object.entries(HEADERS)) context.header(name, value);
    // What depends on who asks is not for caches; files and lists of apps say otherwise themselves.
    if (/^\/(api|a)\//.test(context.req.path) && !context.res.headers.has('Cache-Control')) {
      context.header('Cache-Control', 'no-store');
    }
    if (isHttps(context, trustProxy)) {
      context.header('Strict-Transport-Security', 'max-age=31536000');
    }
  };
}
