import { Hono } from 'hono';
import type { AppEnvironment } from '../app-environment.ts';
import type { DirectoryCache } from '../directory/directory-cache.ts';
import type { Services } from '../services.ts';
import { describeReceiver, receiveForm } from './receiver-handler.ts';
import { sendRestore } from './restore-handler.ts';

/**
 * Restore and receiver, at our own addresses for the web app (`/api/restore`, `/api/receiver`, by session) and at the
 * addresses that CommCare's clients use (`/a/:domain/phone/restore/`, `/a/:domain/receiver/`, by HTTP Basic).
 */
export function openRosaRoutes(
  services: Services,
  directories: DirectoryCache,
): Hono<AppEnvironment> {
  const routes = new Hono<AppEnvironment>();
  const restore = ['/api/restore', ...withApp('/a/:domain/phone/restore')];
  const receiver = [
    '/api/receiver',
    ...withApp('/a/:domain/receiver/secure'),
    ...withApp('/a/:domain/receiver'),
  ];
  routes.on('GET', restore, (context) => sendRestore(services, directories, context));
  routes.on('GET', receiver, (context) => describeReceiver(context));
  routes.on('POST', receiver, (context) => receiveForm(services, directories, context));
  return routes;
}

/** Clients end these addresses with a slash or not, and may name an app, which makes no difference here. */
export function withApp(path: string): string[] {
  return [path, `${path}/`, `${path}/:app`, `${path}/:app/`];
}
