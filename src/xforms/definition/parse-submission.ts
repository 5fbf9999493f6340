import type { XmlElement } from '../../xml/xml-element.ts';
import { attributeOf } from '../../xml/xml-element.ts';
import type { FormReader } from './form-reader.ts';
import type { SubmissionDefinition } from './submission-definition.ts';

const POST = ['post', 'form-data-post'];

/**
 * Reads ODK's `<submission>`. CommCare's element of that name asks a server something while the form is filled in: it says
 * nothing about where the form goes.
 */
export function parseSubmission(
  element: XmlElement | undefined,
  reader: FormReader,
): SubmissionDefinition {
  const described = reader.dialect === 'odk' ? element : undefined;
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

function truth(text: string | undefined): boolean | undefined {
  return text === undefined || text === '' ? undefined : text === 'true';
}
