import { writeRestorePending } from '../../openrosa/restore-pending.ts';
import type { RestorePending } from '../../openrosa/restore-pending.ts';
import type { AppContext } from '../app-environment.ts';
import { openRosaBody } from './openrosa-message.ts';

/** The answer 202: how far a restore is, and in `Retry-After` when to ask again. */
export function restorePending(context: AppContext, pending: RestorePending): Response {
  context.header('Retry-After', String(pending.retryAfter));
  return openRosaBody(context, 202, writeRestorePending(pending));
}
