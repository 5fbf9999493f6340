import type { Log } from './log/log-entry.ts';
import type { RestoreLimits } from './restore/restore-limits.ts';
import type { Database } from './sql/database.ts';
import type { UpstreamOptions } from './upstream/upstream-options.ts';

/** All that the routes need from outside; tests hand in their own. */
export interface Services {
  readonly database: Database;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: () => number;
  /** Apps in folders (`app.json` inside) or as `.ccz` files; `undefined` when there are none. */
  readonly appsFolder: string | undefined;
  /** The built web app; `undefined` when it has not been built. */
  readonly webFolder: string | undefined;
  /** True behind a proxy that sets `X-Forwarded-For`, `-Proto` and `-Host` itself: only then are they believed. */
  readonly trustProxy: boolean;
  /** Origins (`https://example.org`) that the web app may fetch apps from, besides its own; none when absent. */
  readonly appSources?: readonly string[];
  /** When a restore is prepared first; `RESTORE_LIMITS` when absent. */
  readonly restoreLimits?: RestoreLimits;
  /** What `/metrics` asks for as a bearer token; without one it answers only on the machine itself. */
  readonly metricsToken?: string | undefined;
  /** The project of another server that this one stands in front of; it has projects of its own when absent. */
  readonly upstream?: UpstreamOptions | undefined;
  /** What happened, for whoever runs the server. */
  readonly log: Log;
}
