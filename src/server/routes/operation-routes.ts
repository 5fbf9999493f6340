import { setTimeout as pause } from 'node:timers/promises';
import { Hono } from 'hono';
import type { AppContext, AppEnvironment } from '../app-environment.ts';
import type { ServerMetrics } from '../metrics/server-metrics.ts';
import type { Services } from '../services.ts';
import type { Database } from '../sql/database.ts';

const PATIENCE_MILLISECONDS = 5000;
const FRESH = { 'Cache-Control': 'no-store' };

/**
 * For whatever watches over the server: `GET /livez` answers 200 while the process does, `GET /healthz` while the database answers, too,
 * and 503 otherwise; `GET /metrics` has the numbers for Prometheus.
 */
export function operationRoutes(
  { database }: Services,
  metrics: ServerMetrics,
): Hono<AppEnvironment> {
  const routes = new Hono<AppEnvironment>();
  routes.get('/livez', (context) => context.json({ status: 'ok' }, 200, FRESH));
  routes.get('/healthz', (context) => health(database, context));
  routes.get('/metrics', (context) => {
    const type = 'text/plain; version=0.0.4; charset=utf-8';
    return context.body(metrics.text(), 200, { ...FRESH, 'Content-Type': type });
  });
  return routes;
}

async function health(database: Database, context: AppContext): Promise<Response> {
  if (await answers(database)) return context.json({ status: 'ok' }, 200, FRESH);
  const message = 'The database does not answer.';
  return context.json({ status: 'unavailable', message }, 503, FRESH);
}

async function answers(database: Database): Promise<boolean> {
  const patience = new AbortController();
  const waiting = pause(PATIENCE_MILLISECONDS, false, { signal: patience.signal });
  // Given up when the database was faster.
  waiting.catch(() => {});
  const asking = database.query('select 1').then(
    () => true,
    () => false,
  );
  const isThere = await Promise.race([asking, waiting]);
  patience.abort();
  return isThere;
}
