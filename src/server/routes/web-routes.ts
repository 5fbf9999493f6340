import { extname } from 'node:path';
import { Hono } from 'hono';
import type { AppContext, AppEnvironment } from '../app-environment.ts';
import type { Services } from '../services.ts';
import { sendFile } from './send-file.ts';

// The build puts a hash of the content into these names: what is behind a name never changes.
const HASHED_ASSET = /^\/assets\/.*-[\w-]{8,}\.\w+(\.map)?$/;
const FOREVER = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'no-cache';

/** The built web app. An address without a file behind it is a page of the app, so it gets `index.html`, `/admin` the administration. */
export function webRoutes(services: Services): Hono<AppEnvironment> {
  const routes = new Hono<AppEnvironment>();
  routes.get('*', async (context) => {
    if (services.webFolder === undefined) return notBuilt(context);
    const path = decodedPath(context);
    const cacheControl = HASHED_ASSET.test(path) ? FOREVER : ASK_AGAIN;
    const file = await sendFile(context, services.webFolder, path, cacheControl);
    if (file !== undefined) return file;
    if (!isPage(path)) return notFound(context);
    const page = path === '/admin' ? 'admin.html' : 'index.html';
    return (await sendFile(context, services.webFolder, page, ASK_AGAIN)) ?? notBuilt(context);
  });
  return routes;
}

function isPage(path: string): boolean {
  return extname(path) === '' && !/^\/(api|a|assets)\//.test(path);
}

/** `''` for an address that is not well encoded; no file has that name. */
function decodedPath(context: AppContext): string {
  try {
    return decodeURIComponent(new URL(context.req.url).pathname);
  } catch {
    return '/.';
  }
}

function notFound(context: AppContext): Response {
  return context.text('There is nothing at this address.', 404);
}

function notBuilt(context: AppContext): Response {
  return context.text('The web app has not been built yet. Run: npm run build', 503);
}
