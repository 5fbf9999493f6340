import { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { AppContext, AppEnvironment } from './app-environment.ts';
import { guard } from './auth/access.ts';
import { CredentialCheck } from './auth/credential-check.ts';
import { sameOriginOnly } from './auth/same-origin.ts';
import { TooBusyError } from './auth/work-queue.ts';
import { describeFault } from './describe-fault.ts';
import { DirectoryCache } from './directory/directory-cache.ts';
import { observeRequests } from './log/observe-requests.ts';
import { routeOf } from './log/route-of.ts';
import { ServerMetrics } from './metrics/server-metrics.ts';
import { actingRoutes } from './routes/acting-routes.ts';
import { adminCaseRoutes } from './routes/admin-case-routes.ts';
import { adminRoutes } from './routes/admin-routes.ts';
import { answerMessage } from './routes/answer-message.ts';
import { appRoutes } from './routes/app-routes.ts';
import { concernRoutes } from './routes/concern-routes.ts';
import { openRosaRoutes } from './routes/openrosa-routes.ts';
import { operationRoutes } from './routes/operation-routes.ts';
import { peopleRoutes } from './routes/people-routes.ts';
import { securityHeaders } from './routes/security-headers.ts';
import { searchRoutes } from './routes/search-routes.ts';
import { sessionRoutes } from './routes/session-routes.ts';
import { webRoutes } from './routes/web-routes.ts';
import type { Services } from './services.ts';

/** The project server as a function from request to answer: `app.request('/healthz')` needs no socket. */
export function createApp(services: Services): Hono<AppEnvironment> {
  const credentials = new CredentialCheck(services);
  const directories = new DirectoryCache(services.database);
  const app = new Hono<AppEnvironment>();
  const metrics = new ServerMetrics(services.database);
  app.use(
    observeRequests(services, metrics),
    securityHeaders(services.trustProxy, services.appSources ?? []),
    compress(),
    sameOriginOnly(services.trustProxy),
  );
  app.use(guard(services, credentials));
  app.route('/', operationRoutes(services, metrics));
  app.route('/', sessionRoutes(services, credentials, directories));
  app.route('/', actingRoutes(services, directories));
  app.route('/', openRosaRoutes(services, directories));
  app.route('/', searchRoutes(services, directories));
  app.route('/', appRoutes(services));
  app.route('/', peopleRoutes(directories));
  app.route('/', adminRoutes(services, directories));
  app.route('/', concernRoutes(services));
  app.route('/', adminCaseRoutes(services, directories));
  app.all('/api/*', nothingHere).all('/a/*', nothingHere);
  app.route('/', webRoutes(services));
  app.onError((error, context) => answerError(error, context));
  return app;
}

function nothingHere(context: AppContext): Response {
  return context.json({ message: 'There is nothing at this address.' }, 404);
}

/** What is not the client's fault is told to whoever runs the server, and to the client only that it happened. */
function answerError(error: Error, context: AppContext): Response {
  if (error instanceof TooBusyError) {
    return answer(context, 503, error.message);
  }
  const message = `${context.req.method} ${routeOf(context)} failed: ${describeFault(error)}`;
  context.var.log({ level: 'error', message });
  return answer(context, 500, 'The server could not do this. Try again later.');
}

function answer(context: AppContext, status: 500 | 503, message: string): Response {
  context.header('Retry-After', status === 503 ? '5' : '30');
  return answerMessage(context, status, message);
}
