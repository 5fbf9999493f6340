import { Hono } from 'hono';
import { directoryIndex } from '../../case/ownership/directory-index.ts';
import type { AppSettings } from '../../project/project-app.ts';
import { isFor } from '../../project/project-app.ts';
import { nameIn } from '../app-catalog.ts';
import type { AppContext, AppEnvironment } from '../app-environment.ts';
import { archiveFile } from '../apps/archive-file.ts';
import type { OfferedApp } from '../apps/project-apps.ts';
import { offeredApps } from '../apps/project-apps.ts';
import type { DirectoryCache } from '../directory/directory-cache.ts';
import type { Services } from '../services.ts';
import { findAppBytes } from '../sql/apps.ts';
import { mediaTypeOf, sendFile } from './send-file.ts';

/**
 * `GET /api/apps`: the apps that the user works with, with their files; `GET /api/apps/:id/…`: one of those files. For CommCare's clients
 * `/a/:domain/apps/api/download_ccz/?app_id=…` is a compiled app that was uploaded, `/a/:domain/apps/download/:id/…` one of its files.
 */
export function appRoutes(services: Services, directories: DirectoryCache): Hono<AppEnvironment> {
  const routes = new Hono<AppEnvironment>();
  const appOf = async (context: AppContext, id: string) =>
    (await appsOf(services, directories, context)).find((each) => idOf(each) === id);
  routes.get('/api/apps', async (context) => {
    const apps = await appsOf(services, directories, context);
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
    const app = await appOf(context, id);
    const file = app && (await sendAppFile(services, context, app, path));
    return file ?? noFile(context, id, path);
  });
  for (const path of ['/a/:domain/apps/api/download_ccz', '/a/:domain/apps/api/download_ccz/']) {
    routes.get(path, async (context) => {
      const id = context.req.query('app_id') ?? '';
      const archive = await archiveOf(services, context, await appOf(context, id));
      return archive === undefined
        ? noFile(context, id, 'archive')
        : sendBytes(context, archive, `${id}.ccz`);
    });
  }
  routes.get('/a/:domain/apps/download/:id/:path{.+}', async (context) => {
    const { id, path } = context.req.param();
    const archive = await archiveOf(services, context, await appOf(context, id));
    const file = archive && archiveFile(archive, path);
    return file === undefined ? noFile(context, id, path) : sendBytes(context, file, path);
  });
  return routes;
}

/** Those that are for everybody or for one of the user's groups. */
async function appsOf(
  services: Services,
  directories: DirectoryCache,
  context: AppContext,
): Promise<OfferedApp[]> {
  const { project, user } = context.var.principal;
  const offered = await offeredApps(services, project);
  const { data } = await directories.of(project);
  const groups = directoryIndex(data)
    .groupsOf(user.userId)
    .map(({ groupId }) => groupId);
  return offered.filter((each) => isFor(settingsOf(each), groups));
}

function settingsOf(each: OfferedApp): AppSettings {
  return each.kind === 'uploaded' ? each.app : each.settings;
}

function idOf(each: OfferedApp): string {
  return each.kind === 'uploaded' ? each.app.appId : each.app.id;
}

function describe(each: OfferedApp, language: string): unknown {
  const settings = settingsOf(each);
  const id = idOf(each);
  const { kind, files, name } = contentOf(each, language);
  const url = `/api/apps/${encodeURIComponent(id)}/${encodeURIComponent(files[0] ?? '')}`;
  const version = settings.currentVersion;
  const settled = { version, caseSharing: settings.caseSharing };
  return { id, name: settings.name || name, kind, url, files, ...settled };
}

function contentOf(each: OfferedApp, language: string) {
  if (each.kind === 'folder') {
    return { kind: each.app.kind, files: each.app.files, name: nameIn(each.app, language) };
  }
  const { kind, ownName } = each.app.content;
  return { kind, files: [fileOf(each.app)], name: ownName };
}

/**
 * Each version has an address of its own, so that whoever has begun with one can still fetch it. Numbers begin anew once an app was
 * removed, and only the digest tells the two apart.
 */
function fileOf({ currentVersion, digest, content }: UploadedApp): string {
  return `v${currentVersion}-${digest}.${content.kind === 'ccz' ? 'ccz' : 'xml'}`;
}

type UploadedApp = Extract<OfferedApp, { kind: 'uploaded' }>['app'];

async function sendAppFile(
  services: Services,
  context: AppContext,
  each: OfferedApp,
  path: string,
): Promise<Response | undefined> {
  if (each.kind === 'uploaded') return sendVersion(services, context, each.app.appId, path);
  const { app } = each;
  if (services.appsFolder === undefined || !app.files.includes(path)) return undefined;
  const below = app.kind === 'ccz' ? path : `${app.id}/${path}`;
  return sendFile(context, services.appsFolder, below, 'private, no-cache');
}

async function sendVersion(
  { database }: Services,
  context: AppContext,
  appId: string,
  path: string,
): Promise<Response | undefined> {
  const [, version, digest] = /^v(\d{1,9})(?:-([\da-f]{16}))?\.(?:ccz|xml)$/.exec(path) ?? [];
  if (version === undefined) return undefined;
  const { projectId } = context.var.principal.project;
  const bytes = await findAppBytes(database, projectId, appId, Number(version), digest);
  const stays = digest === undefined ? undefined : 'private, max-age=31536000, immutable';
  return bytes && sendBytes(context, bytes, path, stays);
}

/** The current version of a compiled app that was uploaded: other clients can open no other. */
async function archiveOf(
  { database }: Services,
  context: AppContext,
  each: OfferedApp | undefined,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (each?.kind !== 'uploaded') return undefined;
  const { appId, currentVersion, content } = each.app;
  if (content.kind !== 'ccz' || !content.isCompiled) return undefined;
  const { projectId } = context.var.principal.project;
  return findAppBytes(database, projectId, appId, currentVersion ?? 0);
}

/** What was uploaded is data for apps. A browser that is led to it keeps it as a file: as a page it would act for whoever looks at it. */
function sendBytes(
  context: AppContext,
  bytes: Uint8Array<ArrayBuffer>,
  path: string,
  cacheControl = 'private, no-cache',
): Response {
  return context.body(bytes, 200, {
    'Content-Type': harmless(mediaTypeOf(path)),
    'Content-Disposition': 'attachment',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': cacheControl,
  });
}

function harmless(mediaType: string): string {
  return HARMLESS.test(mediaType) ? mediaType : 'application/octet-stream';
}

const HARMLESS = /^(?:text\/(?:xml|plain)|image\/|audio\/|video\/|application\/zip$)/;

function noFile(context: AppContext, id: string, path: string): Response {
  return context.json({ message: `There is no file ${path} in the app ${id}.` }, 404);
}
