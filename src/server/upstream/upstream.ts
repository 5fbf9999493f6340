import type { AppContext } from '../app-environment.ts';
import type { Services } from '../services.ts';
import type { UpstreamAccount } from './upstream-account.ts';
import type { UpstreamApps } from './upstream-apps.ts';
import type { UpstreamClient } from './upstream-client.ts';
import type { UpstreamOptions } from './upstream-options.ts';
import type { UpstreamSessions } from './upstream-sessions.ts';

/** What the routes of this mode share. */
export interface Upstream {
  readonly services: Services;
  readonly options: UpstreamOptions;
  readonly client: UpstreamClient;
  readonly sessions: UpstreamSessions;
  readonly apps: UpstreamApps;
  /** Who asks; whoever has come past the guard is known. */
  readonly accountOf: (context: AppContext) => UpstreamAccount;
}
