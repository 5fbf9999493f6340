import { Hono } from 'hono';
import * as v from 'valibot';
import type { AppContext, AppEnvironment } from '../app-environment.ts';
import type { CredentialCheck } from '../auth/credential-check.ts';
import { endSession, startSession } from '../auth/session.ts';
import { describeSession } from '../directory/describe-session.ts';
import type { DirectoryCache } from '../directory/directory-cache.ts';
import { addressOf } from '../request-origin.ts';
import type { Services } from '../services.ts';
import { jsonOf } from './json-of.ts';
import { limitBody } from './limit-body.ts';

const SignIn = v.object({
  username: v.pipe(v.string(), v.maxLength(200)),
  password: v.pipe(v.string(), v.maxLength(1000)),
});

/** `POST /api/sign-in`, `POST /api/sign-out`, `GET /api/session`. */
export function sessionRoutes(
  services: Services,
  credentials: CredentialCheck,
  directories: DirectoryCache,
): Hono<AppEnvironment> {
  const routes = new Hono<AppEnvironment>();
  routes.post('/api/sign-in', limitBody(16 * 1024), async (context) => {
    const request = v.safeParse(SignIn, await jsonOf(context));
    if (!request.success) return badSignIn(context);
    const { username, password } = request.output;
    const address = addressOf(context, services.trustProxy);
    const result = await credentials.check({ username, password, domain: undefined, address });
    if (result.kind === 'refused') return refused(context);
    if (result.kind === 'wait') return wait(context, result.seconds);
    await startSession(services, context, result.principal.user);
    return context.json(await describeSession(directories, result.principal));
  });
  routes.post('/api/sign-out', async (context) => {
    await endSession(services, context);
    return context.body(null, 204);
  });
  routes.get('/api/session', async (context) =>
    context.json(await describeSession(directories, context.var.principal)),
  );
  return routes;
}

function badSignIn(context: AppContext): Response {
  const message = 'Send the username and the password as JSON: {"username": "…", "password": "…"}.';
  return context.json({ message }, 400);
}

function refused(context: AppContext): Response {
  return context.json({ message: 'The username or the password is wrong.' }, 401);
}

function wait(context: AppContext, seconds: number): Response {
  const minutes = Math.ceil(seconds / 60);
  const message = `Too many attempts. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`;
  return context.json({ message }, 429, { 'Retry-After': String(seconds) });
}
