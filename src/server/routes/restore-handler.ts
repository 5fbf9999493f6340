import type { AppContext } from '../app-environment.ts';
import type { DirectoryCache } from '../directory/directory-cache.ts';
import { buildRestore } from '../restore/build-restore.ts';
import type { Services } from '../services.ts';
import { openRosaBody, openRosaMessage } from './openrosa-message.ts';

/** What the user may hold, in full, or with `since=token` what has changed. A token that is not known gets 412. */
export async function sendRestore(
  services: Services,
  directories: DirectoryCache,
  context: AppContext,
): Promise<Response> {
  const since = context.req.query('since');
  const restore = await buildRestore(
    services,
    directories,
    context.var.principal,
    since || undefined,
  );
  if (restore !== undefined) return openRosaBody(context, 200, restore);
  const message = 'The server does not know this sync token (any more). Restore in full.';
  return openRosaMessage(context, 412, 'ota_restore_error', message);
}
