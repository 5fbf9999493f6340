import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { responseMessage } from '../../openrosa/submission-response.ts';
import type { AppContext } from '../app-environment.ts';
import { answerMessage } from '../routes/answer-message.ts';
import { textOf } from './upstream-client.ts';

/** What is told of an answer that is none of the good ones is short. */
const MOST_BYTES = 64 * 1024;

/** Statuses that mean the same to our clients. */
const PASSED_ON = new Set([400, 401, 403, 404, 406, 410, 412, 413, 422, 429, 503]);

/**
 * Hands on what kept the other server from doing something: its status where it means something to clients, 502 for redirects, pages and
 * troubles of its own, and its sentence where it has one for people.
 */
export async function answerProblem(context: AppContext, answer: Response): Promise<Response> {
  const said = sentenceIn(await textOf(answer, MOST_BYTES));
  const status = PASSED_ON.has(answer.status) ? (answer.status as ContentfulStatusCode) : 502;
  const wait = answer.headers.get('Retry-After') ?? (status >= 500 ? '30' : undefined);
  if (wait !== undefined) context.header('Retry-After', wait);
  return answerMessage(context, status, said || SENTENCES[answer.status] || unknown(answer));
}

const SENTENCES: Readonly<Record<number, string>> = {
  401: 'The project’s server does not take this name and password (any more). Sign in again.',
  403: 'The project’s server does not let this user do that.',
  404: 'The project’s server does not know this project.',
  406: 'The project’s server refuses to send this user’s data. Ask whoever runs the project.',
  412: 'The project’s server does not know what this device holds. Restore in full.',
  429: 'The project’s server is busy. Try again later.',
  503: 'The project’s server is busy. Try again later.',
};

function unknown({ status }: Response): string {
  return `The project’s server cannot do this just now (it answered ${status}).`;
}

/** OpenRosa's message, or what CommCare's servers have for people in JSON; a page in HTML is nobody's sentence. */
function sentenceIn(body: string): string {
  return responseMessage(body) || jsonMessage(body);
}

function jsonMessage(body: string): string {
  try {
    const { default_response: sentence } = JSON.parse(body) as { default_response?: unknown };
    return typeof sentence === 'string' ? sentence : '';
  } catch {
    return '';
  }
}
