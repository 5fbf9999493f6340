import { Hono } from 'hono';
import { nameIn, readCatalog } from '../app-catalog.ts';
import type { CatalogApp } from '../app-catalog.ts';
import type { AppContext, AppEnvironment } from '../app-environment.ts';
import type { Services } from '../services.ts';
import { sendFile } from './send-file.ts';

/** `GET /api/apps`: the apps of the user's project, with their files; `GET /api/apps/:id/…`: one of those files. */
export function appRoutes(services: Services): Hono<AppEnvironment> {
  const routes = new Hono<AppEnvironment>();
  routes.get('/api/apps', async (context) => {
    const apps = await appsOf(services, context);
    const { user, project } = context.var.principal;
    const language = user.language || project.language;
    return context.json(
      apps.map((app) => describe(app, language)),
      200,
      { 'Cache-Control': 'no-cache' },
    );
  });
  routes.get('/api/apps/:id/:path{.+}', async (context) => {
    const { id, path } = context.req.param();
    const app = (await appsOf(services, context)).find((candidate) => candidate.id === id);
    const file = app && (await sendAppFile(services, context, app, path));
    return file ?? context.json({ message: `There is no file ${path} in the app ${id}.` }, 404);
  });
  return routes;
}

async function appsOf(services: Services, context: AppContext): Promise<CatalogApp[]> {
  const catalog = await readCatalog(services.appsFolder);
  const offered = context.var.principal.project.apps;
  return offered === null ? catalog : catalog.filter((app) => offered.includes(app.id));
}

function describe(app: CatalogApp, language: string): unknown {
  const base = `/api/apps/${encodeURIComponent(app.id)}/`;
  const url = base + encodeURIComponent(app.files[0] ?? '');
  return { id: app.id, name: nameIn(app, language), kind: app.kind, url, files: app.files };
}

async function sendAppFile(
  services: Services,
  context: AppContext,
  app: CatalogApp,
  path: string,
): Promise<Response | undefined> {
  if (services.appsFolder === undefined || !app.files.includes(path)) return undefined;
  const below = app.kind === 'ccz' ? path : `${app.id}/${path}`;
  return sendFile(context, services.appsFolder, below, 'private, no-cache');
}
