import type { Context, Hono, MiddlewareHandler } from 'hono';
import type { AppEnvironment } from '../app-environment.ts';
import { accessTo } from '../auth/access.ts';
import { requireOperator } from '../auth/require-operator.ts';
import { createFrame } from '../create-frame.ts';
import { answerMessage } from '../routes/answer-message.ts';
import type { Services } from '../services.ts';
import { accountRoutes } from './account-routes.ts';
import { relayRoutes } from './relay-routes.ts';
import type { UpstreamAccount } from './upstream-account.ts';
import { UpstreamApps } from './upstream-apps.ts';
import type { Upstream } from './upstream.ts';
import { UpstreamClient } from './upstream-client.ts';
import type { UpstreamOptions } from './upstream-options.ts';
import { UpstreamSessions } from './upstream-sessions.ts';

/**
 * The server in front of a project that another server has: whoever signs in here is signed in there, and restores, forms, apps, searches
 * and claims go through with that user's own name and password. Nothing of the project is kept here.
 */
export function createUpstreamApp(
  services: Services,
  options: UpstreamOptions,
): Hono<AppEnvironment> {
  const client = new UpstreamClient(options);
  const accounts = new WeakMap<Context, UpstreamAccount>();
  const upstream: Upstream = {
    ...{ services, options, client },
    sessions: new UpstreamSessions(services),
    apps: new UpstreamApps(client, options.apps),
    accountOf: (context) => accounts.get(context) as UpstreamAccount,
  };
  const routes = [accountRoutes(upstream), relayRoutes(upstream)];
  return createFrame(services, upstreamGuard(upstream, accounts), routes);
}

/** The same table as everywhere; here nobody is an administrator, and CommCare's own clients have their own server. */
function upstreamGuard(
  { services, sessions }: Upstream,
  accounts: WeakMap<Context, UpstreamAccount>,
): MiddlewareHandler<AppEnvironment> {
  const operator = requireOperator(services.metricsToken);
  return async (context, next) => {
    const who = accessTo(context.req.path);
    if (who === 'anyone') return next();
    if (who === 'operator') return operator(context, next);
    const account = await sessions.read(context);
    if (account === undefined) return answerMessage(context, 401, 'Sign in first.');
    if (who !== 'user') return answerMessage(context, 403, 'The project’s own server has this.');
    accounts.set(context, account);
    return next();
  };
}
