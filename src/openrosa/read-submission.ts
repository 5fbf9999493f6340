import { parseXml } from '../xml/parse-xml.ts';
import { attributeOf, childElements, childNamed, textOf } from '../xml/xml-element.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { XmlParseError } from '../xml/xml-parse-error.ts';

/** A submitted form, as far as a receiver has to know it. */
export interface ReceivedForm {
  /** `meta/instanceID`: by it a repeated submission is known. */
  readonly instanceId: string;
  /** `meta/userID`; `''` when the form does not say. */
  readonly userId: string;
  /** The form's own namespace, its id. */
  readonly xmlns: string;
  /** The `name` of the root element; `''` when it has none. */
  readonly formName: string;
  readonly root: XmlElement;
}

/** What the part of the request is called, so that errors name it. */
const FILE = 'xml_submission_file';

/** Reads the XML of a submission. Throws `XmlParseError` for text that is no XML and for a form without an instanceID. */
export function readSubmission(xml: string): ReceivedForm {
  const root = parseXml(xml, FILE);
  const meta = findMeta(root);
  const instanceId = metaText(meta, 'instanceID');
  if (instanceId === '') throw noInstanceId(root);
  return {
    instanceId,
    userId: metaText(meta, 'userID'),
    xmlns: root.namespace,
    formName: attributeOf(root, 'name') ?? '',
    root,
  };
}

/** OpenRosa wants `meta` below the root; forms of some builders have it in the first group. */
function findMeta(root: XmlElement): XmlElement | undefined {
  const own = childNamed(root, 'meta');
  if (own !== undefined) return own;
  return childElements(root).flatMap((child) => childNamed(child, 'meta') ?? [])[0];
}

function metaText(meta: XmlElement | undefined, name: string): string {
  const child = meta && childNamed(meta, name);
  return child === undefined ? '' : textOf(child).trim();
}

function noInstanceId(root: XmlElement): XmlParseError {
  const reason = `the form <${root.name}> has no meta/instanceID`;
  const remedy =
    'Without it a form that arrives twice would be stored twice: add a meta block with an instanceID to the form.';
  return new XmlParseError(reason, FILE, root.line, root.column, remedy);
}
