import type { Hono } from 'hono';
import type { AppEnvironment } from './app-environment.ts';
import { guard } from './auth/access.ts';
import { CredentialCheck } from './auth/credential-check.ts';
import { createFrame } from './create-frame.ts';
import { DirectoryCache } from './directory/directory-cache.ts';
import { actingRoutes } from './routes/acting-routes.ts';
import { adminAppRoutes } from './routes/admin-app-routes.ts';
import { adminCaseRoutes } from './routes/admin-case-routes.ts';
import { adminRoutes } from './routes/admin-routes.ts';
import { appRoutes } from './routes/app-routes.ts';
import { concernRoutes } from './routes/concern-routes.ts';
import { openRosaRoutes } from './routes/openrosa-routes.ts';
import { peopleRoutes } from './routes/people-routes.ts';
import { searchRoutes } from './routes/search-routes.ts';
import { sessionRoutes } from './routes/session-routes.ts';
import type { Services } from './services.ts';
import { createUpstreamApp } from './upstream/create-upstream-app.ts';

/**
 * The server as a function from request to answer: `app.request('/healthz')` needs no socket. It has projects of its own, or stands in
 * front of one that another server has.
 */
export function createApp(services: Services): Hono<AppEnvironment> {
  return services.upstream === undefined
    ? createProjectApp(services)
    : createUpstreamApp(services, services.upstream);
}

function createProjectApp(services: Services): Hono<AppEnvironment> {
  const credentials = new CredentialCheck(services);
  const directories = new DirectoryCache(services.database);
  return createFrame(services, guard(services, credentials), [
    sessionRoutes(services, credentials, directories),
    actingRoutes(services, directories),
    openRosaRoutes(services, directories),
    searchRoutes(services, directories),
    appRoutes(services, directories),
    peopleRoutes(directories),
    adminRoutes(services, directories),
    adminAppRoutes(services),
    concernRoutes(services),
    adminCaseRoutes(services, directories),
  ]);
}
