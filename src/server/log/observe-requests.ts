import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { AppContext, AppEnvironment } from '../app-environment.ts';
import type { ServerMetrics } from '../metrics/server-metrics.ts';
import type { Services } from '../services.ts';
import type { RequestFacts } from './log-entry.ts';
import { EVERYTHING, routeOf } from './route-of.ts';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Counts and writes down every request, and gives each the number that its answer and its log entries carry. */
export function observeRequests(
  services: Services,
  metrics: ServerMetrics,
): MiddlewareHandler<AppEnvironment> {
  return async (context, next) => {
    const start = performance.now();
    const requestId = requestIdOf(context, services.trustProxy);
    context.set('metrics', metrics);
    context.set('log', (entry) => services.log({ ...entry, requestId }));
    await next();
    context.header('X-Request-Id', requestId);
    whenSent(context, (unfinished) => {
      const milliseconds = performance.now() - start;
      const facts = factsOf(context, milliseconds, unfinished);
      metrics.request({ ...facts, seconds: milliseconds / 1000 });
      writeDown(context, facts);
    });
  };
}

/** A proxy that counts requests itself is followed, so that its log and ours can be laid beside each other. */
function requestIdOf(context: AppContext, trustProxy: boolean): string {
  const given = trustProxy ? context.req.header('X-Request-Id') : undefined;
  return given !== undefined && /^[\w-]{1,64}$/.test(given) ? given : randomUUID();
}

/** Without a socket an answer is as good as sent. */
function whenSent(context: AppContext, tell: (unfinished: boolean) => void): void {
  const outgoing = context.env?.outgoing;
  if (outgoing === undefined) tell(false);
  else outgoing.once('close', () => tell(!outgoing.writableFinished));
}

function factsOf(context: AppContext, milliseconds: number, unfinished: boolean): RequestFacts {
  const { method } = context.req;
  return {
    method: METHODS.has(method) ? method : 'other',
    route: routeOf(context),
    status: context.res.status,
    milliseconds: Math.round(milliseconds * 10) / 10,
    ...(unfinished ? { unfinished } : {}),
  };
}

const ASKED_ALL_DAY = new Set(['/healthz', '/livez', '/metrics', EVERYTHING]);

/** What goes well and is asked again and again says nothing. */
function writeDown(context: AppContext, request: RequestFacts): void {
  const isWell = request.status < 400;
  if (isWell && ASKED_ALL_DAY.has(request.route)) return;
  const level = request.status >= 500 ? 'error' : 'info';
  context.var.log({ level, message: 'answered', request });
}
