import type { XmlElement } from '../../xml/xml-element.ts';
import { attributeOf, childNamed } from '../../xml/xml-element.ts';
import { NONE } from '../growing-list.ts';
import type { FormReader } from './form-reader.ts';
import type { TextDefinition, TextPart } from './text-definition.ts';

const LITERAL_ITEXT = /^jr:itext\(\s*(?:'([^']*)'|"([^"]*)")\s*\)$/;
const COMPUTED_ITEXT = /^jr:itext\(([^]*)\)$/;

/** The text of a child such as `label` or `hint`, or `undefined` when there is no such child. */
export function parseTextChild(
  parent: XmlElement,
  name: string,
  reader: FormReader,
): TextDefinition | undefined {
  const element = childNamed(parent, name);
  return element === undefined ? undefined : parseText(element, reader);
}

function parseText(element: XmlElement, reader: FormReader): TextDefinition | undefined {
  const ref = attributeOf(element, 'ref')?.trim();
  return ref === undefined || ref === ''
    ? { kind: 'inline', parts: parseParts(element, reader) }
    : parseTextReference(ref, element, reader);
}

/** A `ref` of a label, or the text of a `jr:constraintMsg`: an itext id, or an expression whose value is the text. */
export function parseTextReference(
  ref: string,
  element: XmlElement,
  reader: FormReader,
): TextDefinition | undefined {
  const literal = LITERAL_ITEXT.exec(ref);
  if (literal !== null) return { kind: 'itext', id: literal[1] ?? literal[2] ?? '' };
  const computed = COMPUTED_ITEXT.exec(ref);
  const expression = reader.compile(computed?.[1] ?? ref, element, undefined, 'ref');
  if (expression === undefined) return undefined;
  return computed === null ? { kind: 'ref', expression } : { kind: 'itext', id: expression };
}

/** Literal text and outputs of a label or an itext value, outer white space left out. */
export function parseParts(element: XmlElement, reader: FormReader): readonly TextPart[] {
  const [only, another] = element.children;
  if (another === undefined && typeof only === 'string')
    return only.trim() === '' ? NONE : [only.trim()];
  const parts: TextPart[] = [];
  for (const child of element.children) {
    if (typeof child === 'string') parts.push(child);
    else if (child.name === 'output') pushDefined(parts, parseOutput(child, reader));
    else parts.push(...parseParts(child, reader));
  }
  return trimParts(parts);
}

function parseOutput(element: XmlElement, reader: FormReader): TextPart | undefined {
  const attribute = attributeOf(element, 'value') === undefined ? 'ref' : 'value';
  const source = attributeOf(element, attribute)?.trim() ?? '';
  const itext = LITERAL_ITEXT.exec(source);
  if (source === '') {
    reader.warn('an output without value or ref shows nothing', element);
    return undefined;
  }
  return reader.compile(itext === null ? source : itext[0], element, undefined, attribute);
}

function pushDefined(parts: TextPart[], part: TextPart | undefined): void {
  if (part !== undefined) parts.push(part);
}

function trimParts(parts: TextPart[]): TextPart[] {
  const last = parts.length - 1;
  if (typeof parts[0] === 'string') parts[0] = parts[0].trimStart();
  if (typeof parts[last] === 'string') parts[last] = (parts[last] as string).trimEnd();
  return parts.filter((part) => part !== '');
}
