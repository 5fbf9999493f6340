import type { XmlElement } from '../../xml/xml-element.ts';
import { attributeOf, childrenNamed } from '../../xml/xml-element.ts';
import type { FormReader } from './form-reader.ts';
import type { SubmissionDefinition } from './submission-definition.ts';

const POST = ['post', 'form-data-post'];

/**
 * Reads ODK's `<submission>`. CommCare's element of that name asks a server something while the form is filled in: it says
 * nothing about where the form goes, and is only checked.
 */
export function parseSubmission(model: XmlElement, reader: FormReader): SubmissionDefinition {
  const elements = childrenNamed(model, 'submission');
  if (reader.dialect === 'odk') return describeSubmission(elements[0], reader);
  for (const element of elements) checkRequest(element, reader);
  return describeSubmission(undefined, reader);
}

function describeSubmission(
  described: XmlElement | undefined,
  reader: FormReader,
): SubmissionDefinition {
  const text = (name: string) => described && attributeOf(described, name)?.trim();
  const method = text('method') ?? 'post';
  if (described !== undefined && !POST.includes(method)) {
    reader.problem(`a submission goes by "post", not by "${method}"`, described);
  }
  return {
    action: text('action') || undefined,
    method: 'post',
    encryptionKey: text('base64RsaPublicKey') || undefined,
    autoSend: truth(text('auto-send')),
    autoDelete: truth(text('auto-delete')),
  };
}

/** CommCare knows one kind of request, and wants it spelt out. */
function checkRequest(element: XmlElement, reader: FormReader): void {
  for (const name of ['resource', 'targetref']) {
    if (!attributeOf(element, name)) reader.problem(`a submission needs a ${name}`, element);
  }
  for (const [name, only] of Object.entries(REQUEST)) {
    const value = attributeOf(element, name);
    if (value !== only) {
      reader.problem(
        `the ${name} of a submission has to be "${only}", not "${value ?? ''}"`,
        element,
      );
    }
  }
}

const REQUEST = { method: 'get', replace: 'text', mode: 'synchronous' };

function truth(text: string | undefined): boolean | undefined {
  return text === undefined || text === '' ? undefined : text === 'true';
}
