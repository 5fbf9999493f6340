import { CaseTransactionError } from '../../case/case-error.ts';
import { readSubmission } from '../../openrosa/read-submission.ts';
import { writeSubmissionResponse } from '../../openrosa/submission-response.ts';
import type { AttachmentReceipt } from '../../openrosa/submission.ts';
import { XmlParseError } from '../../xml/xml-parse-error.ts';
import type { AppContext } from '../app-environment.ts';
import type { DirectoryCache } from '../directory/directory-cache.ts';
import { acceptSubmission } from '../intake/accept-submission.ts';
import type { IncomingForm, IntakeResult } from '../intake/accept-submission.ts';
import { INTAKE_LIMITS } from '../intake/intake-limits.ts';
import {
  readSubmissionRequest,
  SubmissionRequestError,
} from '../intake/read-submission-request.ts';
import type { Services } from '../services.ts';
import { openRosaBody, openRosaMessage } from './openrosa-message.ts';

/** Takes a form in. OpenRosa form submission API, with CommCare's answers: 201 `submit_success`, 422 `processing_failure`. */
export async function receiveForm(
  services: Services,
  directories: DirectoryCache,
  context: AppContext,
): Promise<Response> {
  try {
    const incoming = await readIncomingForm(context);
    const { principal } = context.var;
    const directory = await directories.of(principal.project);
    const result = await acceptSubmission(services, principal, incoming, directory);
    context.var.metrics.submission(result.kind);
    return answer(context, incoming, result);
  } catch (error) {
    return answerError(context, error);
  }
}

/** Tells a client before it sends whether it may and how much. OpenRosa: HEAD request, 204. */
export function describeReceiver(context: AppContext): Response {
  return context.body(null, 204, {
    'X-OpenRosa-Version': '3.0',
    'X-OpenRosa-Accept-Content-Length': String(INTAKE_LIMITS.requestBytes),
  });
}

async function readIncomingForm(context: AppContext): Promise<IncomingForm> {
  const request = await readSubmissionRequest(context.req.raw, INTAKE_LIMITS);
  const syncToken = context.req.header('X-CommCareHQ-LastSyncToken');
  return { ...request, form: readSubmission(request.xml), syncToken };
}

function answer(context: AppContext, incoming: IncomingForm, result: IntakeResult): Response {
  switch (result.kind) {
    case 'accepted':
      return received(context, 'The form was received.', result.attachments);
    case 'repeated':
      return received(context, 'The form had been received before.', result.attachments);
    case 'conflict':
      return openRosaMessage(
        context,
        422,
        'processing_failure',
        `A different form was received before under the instanceID ${incoming.form.instanceId}; this one was not stored.`,
      );
  }
}

/** Says of each file that it is kept, so that a client need not send it again. */
function received(
  context: AppContext,
  message: string,
  attachments: readonly AttachmentReceipt[],
): Response {
  const xml = writeSubmissionResponse('submit_success', message, attachments);
  return openRosaBody(context, 201, xml);
}

function answerError(context: AppContext, error: unknown): Response {
  if (error instanceof CaseTransactionError) {
    context.var.metrics.submission('refused');
    return openRosaMessage(context, 422, 'processing_failure', error.message);
  }
  if (error instanceof SubmissionRequestError) {
    context.var.metrics.submission('unreadable');
    return openRosaMessage(context, error.status, 'submit_error', error.message);
  }
  if (error instanceof XmlParseError) {
    context.var.metrics.submission('unreadable');
    return openRosaMessage(context, 400, 'submit_error', error.message);
  }
  throw error;
}
