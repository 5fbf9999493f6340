import type { AppContext } from '../app-environment.ts';
import { restoresAs } from '../auth/restores-as.ts';
import type { DirectoryCache } from '../directory/directory-cache.ts';
import { readRestoreRequest } from '../restore/restore-request.ts';
import { streamRestore } from '../restore/stream-restore.ts';
import type { Services } from '../services.ts';
import { openRosaBody, openRosaMessage } from './openrosa-message.ts';
import { restorePending } from './restore-pending.ts';

/**
 * What the user may hold, in full, or with `since=token` what has changed. A token that is not known gets 412, and so does a client
 * that holds something else than its token stands for. A large one is answered with 202 while it is prepared.
 */
export async function sendRestore(
  services: Services,
  directories: DirectoryCache,
  context: AppContext,
): Promise<Response> {
  const principal = await restoresAs(services, context);
  if (principal === undefined) return mayNot(context);
  const request = readRestoreRequest(context);
  const answer = await streamRestore(services, directories, principal, request, context.var);
  switch (answer.kind) {
    case 'stream':
      return openRosaBody(context, 200, answer.stream);
    case 'pending':
      return restorePending(context, answer);
    case 'outOfStep':
      return outOfStep(context);
  }
}

function mayNot(context: AppContext): Response {
  const message = 'Only administrators may restore as another active user of their project.';
  return openRosaMessage(context, 403, 'ota_restore_error', message);
}

function outOfStep(context: AppContext): Response {
  const message =
    'The server does not know this sync token (any more), or the device holds other cases than it stands for. Restore in full.';
  return openRosaMessage(context, 412, 'ota_restore_error', message);
}
