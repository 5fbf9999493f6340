import type { AppContext } from '../app-environment.ts';
import { answerMessage } from '../routes/answer-message.ts';
import { UpstreamUnreachableError } from './upstream-client.ts';

/** Answers for a handler that could not reach the other server. */
export async function reaching(
  context: AppContext,
  handle: () => Promise<Response>,
): Promise<Response> {
  try {
    return await handle();
  } catch (error) {
    if (!(error instanceof UpstreamUnreachableError)) throw error;
    context.header('Retry-After', '30');
    return answerMessage(context, error.status, error.message);
  }
}
