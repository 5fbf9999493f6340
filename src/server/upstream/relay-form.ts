import { readSubmission } from '../../openrosa/read-submission.ts';
import { responseMessage } from '../../openrosa/submission-response.ts';
import type { AppContext } from '../app-environment.ts';
import { INTAKE_LIMITS } from '../intake/intake-limits.ts';
import type { SubmissionRequest } from '../intake/read-submission-request.ts';
import {
  readSubmissionRequest,
  SubmissionRequestError,
} from '../intake/read-submission-request.ts';
import { openRosaMessage } from '../routes/openrosa-message.ts';
import { XmlParseError } from '../../xml/xml-parse-error.ts';
import { relayProblem } from './relay-problem.ts';
import type { Upstream } from './upstream.ts';
import { textOf } from './upstream-client.ts';

const PATIENCE = 10 * 60 * 1000;
const MOST_OF_MESSAGE = 64 * 1024;

/** Hands a form on to the receiver of the app that it belongs to, so that the project's reports know it. */
export async function relayForm(upstream: Upstream, context: AppContext): Promise<Response> {
  try {
    const request = await readSubmissionRequest(context.req.raw, INTAKE_LIMITS);
    if (request.isIncomplete) throw tooLarge();
    return await handOn(upstream, context, request);
  } catch (error) {
    if (error instanceof SubmissionRequestError)
      return openRosaMessage(context, error.status, 'submit_error', error.message);
    if (error instanceof XmlParseError)
      return openRosaMessage(context, 400, 'submit_error', error.message);
    throw error;
  }
}

async function handOn(
  upstream: Upstream,
  context: AppContext,
  request: SubmissionRequest,
): Promise<Response> {
  const account = upstream.accountOf(context);
  const app = await upstream.apps.appOf(account, readSubmission(request.xml).xmlns);
  const path = app === undefined ? 'receiver/' : `receiver/${encodeURIComponent(app.id)}/`;
  const sent = { method: 'POST', body: bodyOf(request), patience: PATIENCE } as const;
  const answer = await upstream.client.ask(account, path, sent);
  if (answer.status !== 201 && answer.status !== 202)
    return relayProblem(upstream, context, answer);
  const message = responseMessage(await textOf(answer, MOST_OF_MESSAGE));
  return openRosaMessage(context, 201, 'submit_success', message || 'The form was received.');
}

/** CommCare's servers take all files of a form at once; what came in a second request would be lost. */
function tooLarge(): SubmissionRequestError {
  return new SubmissionRequestError('The files of this form are too large for its server.', 413);
}

function bodyOf({ xml, attachments }: SubmissionRequest): FormData {
  const body = new FormData();
  body.append('xml_submission_file', new Blob([xml], { type: 'text/xml' }), 'form.xml');
  for (const { name, mediaType, bytes } of attachments) {
    body.append(name, new Blob([bytes], { type: mediaType }), name);
  }
  return body;
}
