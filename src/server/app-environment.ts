import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Principal } from './auth/credential-check.ts';
import type { Log } from './log/log-entry.ts';
import type { ServerMetrics } from './metrics/server-metrics.ts';

/** What our handlers find in Hono's context. `Bindings` is empty when a test calls the app without a socket. */
export interface AppEnvironment {
  readonly Bindings: Partial<HttpBindings>;
  readonly Variables: {
    principal: Principal;
    metrics: ServerMetrics;
    /** Writes down with the number of the request. */
    log: Log;
  };
}

export type AppContext = Context<AppEnvironment>;
