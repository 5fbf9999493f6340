import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { writeSubmissionResponse } from '../../openrosa/submission-response.ts';
import type { ResponseNature } from '../../openrosa/submission-response.ts';
import type { AppContext } from '../app-environment.ts';

/** An `OpenRosaResponse` with one message, as OpenRosa clients expect of every answer that has a body. */
export function openRosaMessage(
  context: AppContext,
  status: ContentfulStatusCode,
  nature: ResponseNature,
  message: string,
): Response {
  return openRosaBody(context, status, writeSubmissionResponse(nature, message));
}

/** An answer in XML with the headers of OpenRosa's HTTP API. */
export function openRosaBody(
  context: AppContext,
  status: ContentfulStatusCode,
  xml: string | ReadableStream,
): Response {
  return context.body(xml, status, {
    'Content-Type': 'text/xml; charset=utf-8',
    'X-OpenRosa-Version': '3.0',
    'Cache-Control': 'no-store',
  });
}
