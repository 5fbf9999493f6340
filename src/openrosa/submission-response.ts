import { parseXml } from '../xml/parse-xml.ts';
import { serializeXml } from '../xml/serialize-xml.ts';
import { attributeOf, childElements, childNamed, textOf, xmlElement } from '../xml/xml-element.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { XmlParseError } from '../xml/xml-parse-error.ts';
import { RESPONSE_NAMESPACE } from './response-namespace.ts';
import type { AttachmentReceipt, SubmissionOutcome } from './submission.ts';

/** Of the list of files that the server keeps of a form. Other clients pass over it. */
const RECEIPTS_NAMESPACE = 'urn:caseload:receipts';

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

/** An `OpenRosaResponse` with one message, and the files of a form that are kept. OpenRosa HTTP, response document. */
export function writeSubmissionResponse(
  nature: ResponseNature,
  message: string,
  attachments?: readonly AttachmentReceipt[],
): string {
  const element = xmlElement('message', RESPONSE_NAMESPACE, { nature }, [message]);
  const receipts = attachments === undefined ? [] : [receiptsOf(attachments)];
  return serializeXml(
    xmlElement('OpenRosaResponse', RESPONSE_NAMESPACE, {}, [element, ...receipts]),
  );
}

function receiptsOf(attachments: readonly AttachmentReceipt[]): XmlElement {
  const rows = attachments.map(({ name, sha256 }) =>
    xmlElement('attachment', RECEIPTS_NAMESPACE, { name, sha256 }, []),
  );
  return xmlElement('attachments', RECEIPTS_NAMESPACE, {}, rows);
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
  const root = responseIn(body);
  const message = messageOf(root) || `The server answered with status ${status}`;
  if (status === 201 || status === 202) return accepted(message, root);
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

function accepted(message: string, root: XmlElement | undefined): SubmissionOutcome {
  const list = root && childNamed(root, 'attachments');
  if (list === undefined) return { kind: 'accepted', message };
  const attachments = childElements(list).map((row) => ({
    name: attributeOf(row, 'name') ?? '',
    sha256: attributeOf(row, 'sha256') ?? '',
  }));
  return { kind: 'accepted', message, attachments };
}

/** The text of the first message of an answer; `''` when it is no OpenRosa response. */
export function responseMessage(body: string): string {
  return messageOf(responseIn(body));
}

function messageOf(root: XmlElement | undefined): string {
  const message = root && childNamed(root, 'message');
  return message === undefined ? '' : textOf(message).trim();
}

function responseIn(body: string): XmlElement | undefined {
  if (!body.includes('<')) return undefined;
  try {
    const root = parseXml(body, 'response');
    return root.name === 'OpenRosaResponse' ? root : undefined;
  } catch (error) {
    if (error instanceof XmlParseError) return undefined;
    throw error;
  }
}
