import { Hono } from 'hono';
import type { AppEnvironment } from '../app-environment.ts';
import type { CredentialCheck } from '../auth/credential-check.ts';
import { endSession, startSession } from '../auth/session.ts';
import { describeSession } from '../directory/describe-session.ts';
import type { DirectoryCache } from '../directory/directory-cache.ts';
import { addressOf } from '../request-origin.ts';
import type { Services } from '../services.ts';
import { limitBody } from './limit-body.ts';
import { badSignIn, readSignIn, refused, wait } from './sign-in.ts';

/** `POST /api/sign-in`, `POST /api/sign-out`, `GET /api/session`. */
export function sessionRoutes(
  services: Services,
  credentials: CredentialCheck,
  directories: DirectoryCache,
): Hono<AppEnvironment> {
  const routes = new Hono<AppEnvironment>();
  routes.post('/api/sign-in', limitBody(16 * 1024), async (context) => {
    const given = await readSignIn(context);
    if (given === undefined) return badSignIn(context);
    const address = addressOf(context, services.trustProxy);
    const result = await credentials.check({ ...given, domain: undefined, address });
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
