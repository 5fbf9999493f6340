/**
 * Caseload's engine without a screen: XForms of CommCare and ODK, filled in by a program. It runs in Node, in a worker and in a
 * page alike, needs no DOM and makes no code out of text.
 *
 * ```js
 * import { loadForm } from 'caseload/engine';
 *
 * const form = loadForm(xml, { resources: { 'cities.csv': csv } });
 * const session = form.createSession();
 * session.setValue('/data/name', 'Asha');
 * session.node('/data/name').value; // 'Asha'
 * ```
 *
 * @packageDocumentation
 */
import { platformEnvironment } from './platform/platform-environment.ts';
import type { FileData } from './xforms/session/attachment.ts';
import type { Form } from './xforms/session/form.ts';
import type { LoadFormOptions } from './xforms/session/load-form.ts';
import { loadForm as loadFormIn } from './xforms/session/load-form.ts';
import type { SubmissionPart } from './xforms/session/submission-part.ts';

/** A file of a form: its text, or its bytes in UTF-8. */
export type ResourceData = string | Uint8Array;

/** The files of a form, by address (`jr://file-csv/cities.csv`) or by name (`cities.csv`), or what finds them by address. */
export type FormResources =
  | Readonly<Record<string, ResourceData>>
  | ReadonlyMap<string, ResourceData>
  | ((src: string) => ResourceData | undefined);

export interface EngineOptions extends Omit<LoadFormOptions, 'resource'> {
  /** What the secondary instances of the form name by `src`: XML, CSV or GeoJSON. */
  readonly resources?: FormResources;
}

/**
 * Loads an XForm, at once (`await` does no harm). Throws `XmlParseError` when it is not well-formed, `FormParseError` with all its
 * faults and missing files, or `SecondaryInstanceError` for a file that cannot be read; each names file and line.
 */
export function loadForm(xml: string, { resources = {}, ...options }: EngineOptions = {}): Form {
  const resource = (src: string) => textOf(findResource(resources, src));
  return loadFormIn(xml, platformEnvironment, { ...options, resource });
}

function findResource(resources: FormResources, src: string): ResourceData | undefined {
  if (typeof resources === 'function') return resources(src);
  const known = resources instanceof Map ? resources : new Map(Object.entries(resources));
  return known.get(src) ?? known.get(src.replace(/^jr:\/\/[^/]+\//, ''));
}

function textOf(data: ResourceData | undefined): string | undefined {
  return data instanceof Uint8Array ? new TextDecoder().decode(data) : data;
}

/** A part of a submission as the body of a request: `fetch(url, { method: 'POST', body: toFormData(part) })`. */
export function toFormData({ files }: SubmissionPart): FormData {
  const body = new FormData();
  for (const { name, type, data } of files) body.append(name, toBlob(data, type), name);
  return body;
}

function toBlob(data: string | FileData, type: string): Blob {
  const bytes = typeof data === 'string' || data instanceof Uint8Array;
  return bytes ? new Blob([data as BlobPart], { type }) : (data as Blob);
}

export type { Form, SessionOptions, Surroundings } from './xforms/session/form.ts';
export type {
  Answer,
  FormSession,
  SessionChange,
  SessionMode,
} from './xforms/session/form-session.ts';
export type { SessionNode, SessionNodeKind } from './xforms/session/session-node.ts';
export type { AnswerFile, Attachment, BlobLike, FileData } from './xforms/session/attachment.ts';
export type { EvaluatedNode, EvaluationResult } from './xforms/session/evaluate.ts';
export type { PreloadValues } from './xforms/session/preload-values.ts';
export type { PreparedSubmission, Submission } from './xforms/session/submission.ts';
export type { SubmissionFile, SubmissionPart } from './xforms/session/submission-part.ts';

// What nodes and edits tell.
export type { Choice } from './xforms/choice.ts';
export type { ControlNode } from './xforms/control-node.ts';
export type { ControlDefinition } from './xforms/definition/control-definition.ts';
export type { DataType } from './xforms/datatype/data-type.ts';
export type { ControlProblem } from './xforms/control-problem.ts';
export type { Entity } from './xforms/entities-of.ts';
export type { FormText } from './xforms/definition/text-definition.ts';
export type { RichBlock, RichInline } from './xforms/markdown/rich-text.ts';
export type { Refusal, Transaction, TransactionSource } from './xforms/transaction.ts';
export type { Violation } from './xforms/violation.ts';
export type { Environment } from './xforms/environment.ts';
export type { Dialect } from './xpath/compiled-expression.ts';

// What is thrown.
export { FormParseError } from './xforms/definition/form-parse-error.ts';
export type { FormProblem } from './xforms/definition/form-parse-error.ts';
export { InstanceMismatchError } from './xforms/instance/instance-mismatch-error.ts';
export { SecondaryInstanceError } from './xforms/secondary/secondary-instance-error.ts';
export { XPathEvaluationError, XPathParseError } from './xpath/xpath-error.ts';
export { XmlParseError } from './xml/xml-parse-error.ts';

// For secondary instances of one's own: `environment: { instance: (src) => staticDocument(parseXml(text, src)) }`.
export { parseXml } from './xml/parse-xml.ts';
export { staticDocument } from './xpath/static-node.ts';
