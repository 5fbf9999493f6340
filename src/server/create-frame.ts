import { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { MiddlewareHandler } from 'hono';
import type { AppContext, AppEnvironment } from './app-environment.ts';
import { sameOriginOnly } from './auth/same-origin.ts';
import { TooBusyError } from './auth/work-queue.ts';
import { describeFault } from './describe-fault.ts';
import { observeRequests } from './log/observe-requests.ts';
import { routeOf } from './log/route-of.ts';
import { ServerMetrics } from './metrics/server-metrics.ts';
import { answerMessage } from './routes/answer-message.ts';
import { operationRoutes } from './routes/operation-routes.ts';
import { securityHeaders } from './routes/security-headers.ts';
import { webRoutes } from './routes/web-routes.ts';
import type { Services } from './services.ts';

/**
 * What every server has around its own routes: what is written down, the headers, who may come in, whether it is well, the web app
 * for everything else, and a sentence for what goes wrong.
 */
export function createFrame(
  services: Services,
  guard: MiddlewareHandler<AppEnvironment>,
  routes: readonly Hono<AppEnvironment>[],
): Hono<AppEnvironment> {
  const app = new Hono<AppEnvironment>();
  const metrics = new ServerMetrics(services.database);
  app.use(
    observeRequests(services, metrics),
    securityHeaders(services.trustProxy, services.appSources ?? []),
    compress(),
    sameOriginOnly(services.trustProxy),
  );
  app.use(guard);
  app.route('/', operationRoutes(services, metrics));
  for (const each of routes) app.route('/', each);
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
