import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { AppContext } from '../app-environment.ts';
import { openRosaMessage } from './openrosa-message.ts';

/** A sentence about a request that is not answered, in the form that those who ask at this address expect. */
export function answerMessage(
  context: AppContext,
  status: ContentfulStatusCode,
  message: string,
): Response {
  const isOpenRosa = /^\/a\/|^\/api\/(restore|receiver|search|claim-case)/.test(context.req.path);
  return isOpenRosa
    ? openRosaMessage(context, status, 'error', message)
    : context.json({ message }, status);
}
