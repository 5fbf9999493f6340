import { parseXml } from '../xml/parse-xml.ts';
import { serializeXml } from '../xml/serialize-xml.ts';
import { childNamed, textOf, xmlElement } from '../xml/xml-element.ts';
import { XmlParseError } from '../xml/xml-parse-error.ts';
import { RESPONSE_NAMESPACE } from './response-namespace.ts';
import type { SubmissionOutcome } from './submission.ts';

/**
 * What a message is about. `submit_success`: the form is stored. `processing_failure`: it was understood and cannot
 * be applied, so sending it again will not help. `submit_error`: anything else. `ota_restore_error`: no restore.
 */
export type ResponseNature =
  | 'submit_success'
  | 'processing_failure'
  | 'submit_error'
  | 'ota_restore_success'
  | 'ota_restore_error'
  | 'error';

/** An `OpenRosaResponse` with one message. OpenRosa HTTP, response document. */
export function writeSubmissionResponse(nature: ResponseNature, message: string): string {
  const element = xmlElement('message', RESPONSE_NAMESPACE, { nature }, [message]);
  return serializeXml(xmlElement('OpenRosaResponse', RESPONSE_NAMESPACE, {}, [element]));
}

/**
 * What the answer to a submission means. `retryAfter` is the header of that name: seconds, or `null`; a date in it
 * counts as no time given. Only 201 and 202 say that the form is stored: a 200 may come from a login page on the way.
 */
export function readSubmissionResponse(
  status: number,
  body: string,
  retryAfter: string | null,
): SubmissionOutcome {
  const message = messageOf(body) || `The server answered with status ${status}`;
  if (status === 201 || status === 202) return { kind: 'accepted', message };
  if (status === 401 || status === 403) return { kind: 'signIn', message };
  if (mayPass(status)) return { kind: 'retry', message, afterSeconds: secondsOf(retryAfter) };
  return { kind: 'rejected', message };
}

/** Redirects and 200 are proxies and portals; 408, 425, 429 and 5xx are the server's troubles, not the form's. */
function mayPass(status: number): boolean {
  if (status < 400 || status >= 500) return true;
  return status === 404 || status === 408 || status === 425 || status === 429;
}

function secondsOf(retryAfter: string | null): number | undefined {
  const text = retryAfter?.trim() ?? '';
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

/** The text of the first message, or `''` when the body is no OpenRosa response. */
function messageOf(body: string): string {
  if (!body.includes('<')) return '';
  try {
    const root = parseXml(body, 'response');
    const message = root.name === 'OpenRosaResponse' ? childNamed(root, 'message') : undefined;
    return message === undefined ? '' : textOf(message).trim();
  } catch (error) {
    if (error instanceof XmlParseError) return '';
    throw error;
  }
}
