import type { AppContext } from '../app-environment.ts';
import { answerProblem } from './answer-problem.ts';
import type { Upstream } from './upstream.ts';

/** Hands a refusal on. A password that is not taken any more ends the session: it would only be refused again and again. */
export async function relayProblem(
  { sessions }: Upstream,
  context: AppContext,
  answer: Response,
): Promise<Response> {
  if (answer.status === 401) await sessions.end(context);
  return answerProblem(context, answer);
}
