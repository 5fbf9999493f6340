import { AppLoadError } from '../../suite/app-load-error.ts';
import type { AppDefinition } from '../../suite/app-definition.ts';
import { decodeText } from '../../suite/decode-text.ts';
import { AppDefinitionError } from '../../suite/definition/app-definition-error.ts';
import { loadCcz } from '../../suite/load-ccz.ts';
import { createsShared } from '../../suite/shared-creates.ts';
import { singleFormApp } from '../../suite/single-form-app.ts';
import { SuiteParseError } from '../../suite/suite-parse-error.ts';
import { parseXml } from '../../xml/parse-xml.ts';
import { attributeOf, childElements, childNamed, textOf } from '../../xml/xml-element.ts';
import type { XmlElement } from '../../xml/xml-element.ts';
import { XmlParseError } from '../../xml/xml-parse-error.ts';
import type { AppContent } from '../sql/apps.ts';

/** A file that is no app; the message says why and what to do. */
export class AppUploadError extends Error {
  override readonly name = 'AppUploadError';
}

/** What an uploaded file is. */
export interface UploadedApp {
  /** The id that the app has wherever it goes: an upload with the same one is a new version. */
  readonly uniqueId: string;
  readonly content: AppContent;
}

/** Reads a `.ccz`, a zipped folder with an `app.json` of our own, or a single XForm. Throws AppUploadError. */
export function readUploadedApp(bytes: Uint8Array, file: string): UploadedApp {
  try {
    return isZip(bytes) ? readArchive(bytes, file) : readForm(bytes, file);
  } catch (error) {
    throw isForeseen(error) ? new AppUploadError(sentenceOf(error)) : error;
  }
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function readArchive(bytes: Uint8Array, file: string): UploadedApp {
  const app = loadCcz(bytes, file);
  if (app.entries.size === 0 && app.forms.size === 0) throw new AppUploadError(`${file} has no forms: export the app again.`); // prettier-ignore
  const isCompiled = app.sharing === undefined;
  const shares = isCompiled ? createsShared(app) : (app.caseSharing ?? false);
  const creates = isCompiled ? shares : createsShared(loadCcz(bytes, file, { caseSharing: true }));
  return uploadedApp(app, { kind: 'ccz', file, isCompiled, shares, creates });
}

function uploadedApp(
  { profile }: AppDefinition,
  content: Omit<AppContent, 'ownName' | 'ownVersion'>,
): UploadedApp {
  const { uniqueId, name, version } = profile;
  const ownVersion = Number.isSafeInteger(version) ? version : 0;
  const { file } = content;
  return { uniqueId: uniqueId || file, content: { ...content, ownName: name || file, ownVersion } };
}

function readForm(bytes: Uint8Array, file: string): UploadedApp {
  const text = decodeText(bytes);
  const head = headOf(parseXml(text, file));
  const data = head && instanceIn(head);
  if (head === undefined || data === undefined) throw noForm(file);
  const title = textOf(childNamed(head, 'title') ?? head).trim();
  const app = singleFormApp({ path: file, text, title: title || file, xmlns: data.namespace });
  const shares = createsShared(app);
  const form = { kind: 'form', file, isCompiled: true, shares, creates: shares } as const;
  const { content } = uploadedApp(app, form);
  return { uniqueId: ownNamespace(data) || attributeOf(data, 'id', '') || file, content };
}

const XFORMS = 'http://www.w3.org/2002/xforms';

/** A form that declares none has that of XForms, as all of its elements; that tells it from no other. */
function ownNamespace({ namespace }: XmlElement): string {
  return namespace === XFORMS ? '' : namespace;
}

function headOf(root: XmlElement): XmlElement | undefined {
  return root.name === 'html' ? childNamed(root, 'head') : undefined;
}

/** The root of the form's data: the child of its first instance. */
function instanceIn(head: XmlElement): XmlElement | undefined {
  const model = childNamed(head, 'model');
  const instance = model && childNamed(model, 'instance');
  return instance && childElements(instance)[0];
}

function noForm(file: string): AppUploadError {
  return new AppUploadError(
    `${file} is neither an app nor a form: choose a .ccz, a zipped folder with an app.json, or an XForm.`,
  );
}

type Foreseen = AppLoadError | AppDefinitionError | XmlParseError | SuiteParseError;

function isForeseen(error: unknown): error is Foreseen {
  return [AppLoadError, AppDefinitionError, XmlParseError, SuiteParseError].some(
    (kind) => error instanceof kind,
  );
}

function sentenceOf(error: Foreseen): string {
  return error instanceof AppLoadError ? `${error.message}. ${error.remedy}` : error.message;
}
