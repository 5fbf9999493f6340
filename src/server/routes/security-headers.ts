import type { MiddlewareHandler } from 'hono';
import type { AppEnvironment } from '../app-environment.ts';
import { isHttps } from '../request-origin.ts';

/** What the web app may load and do. Nothing from elsewhere, no inline scripts or styles, no evaluated code. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob:",
  'media-src blob:',
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(self), geolocation=(self), microphone=(self)',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/** Sends the security headers with every answer. */
export function securityHeaders(trustProxy: boolean): MiddlewareHandler<AppEnvironment> {
  return async (context, next) => {
    await next();
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
