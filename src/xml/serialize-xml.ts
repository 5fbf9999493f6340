import { storableText } from './storable-text.ts';
import type { XmlAttribute, XmlChild, XmlElement } from './xml-element.ts';

/** Prefixes in scope: prefix to namespace, `''` for the default one. */
type Scope = ReadonlyMap<string, string>;

const ROOT_SCOPE: Scope = new Map([
  ['', ''],
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
]);

/**
 * Writes an element as text that parses back to the same tree. Canonical: attributes in their order, the default
 * namespace where the element has no prefix, declarations only where they are needed, an empty element as `<a/>`.
 * Prefixes are kept where they are free, otherwise made up (`n0`, `n1`, …). No XML declaration is written.
 */
export function serializeXml(element: XmlElement): string {
  return writeElement(element, ROOT_SCOPE);
}

function writeElement(element: XmlElement, outer: Scope): string {
  return needsNothing(element, outer) ? writePlain(element, outer) : writeScoped(element, outer);
}

/** Whether it stands in the default namespace of its surroundings, as nearly all elements do. */
function needsNothing({ prefix, namespace, attributes }: XmlElement, outer: Scope): boolean {
  return (
    (prefix === '' || namespace === '') &&
    outer.get('') === namespace &&
    attributes.every((attribute) => attribute.namespace === '')
  );
}

function writePlain(element: XmlElement, scope: Scope): string {
  let start = element.name;
  for (const { name, value } of element.attributes) start += attributeText(name, value);
  return written(element.name, start, element.children, scope);
}

function writeScoped(element: XmlElement, outer: Scope): string {
  const scope: WritingScope = { outer, used: new Map() };
  const name = qualify(elementPrefix(element, scope), element.name);
  const attributes = element.attributes.map((attribute) => writeAttribute(attribute, scope));
  const declarations = [...scope.used].filter(([prefix, uri]) => outer.get(prefix) !== uri);
  const declared = declarations.map(([prefix, namespace]) => declaration(prefix, namespace));
  const inner = declarations.length === 0 ? outer : new Map([...outer, ...declarations]);
  return written(name, [name, ...declared, ...attributes].join(''), element.children, inner);
}

/** `start` is what stands between the brackets of the start tag. */
function written(name: string, start: string, children: readonly XmlChild[], scope: Scope): string {
  let content = '';
  for (const child of children) {
    content += typeof child === 'string' ? escapeText(child) : writeElement(child, scope);
  }
  return content === '' ? `<${start}/>` : `<${start}>${content}</${name}>`;
}

interface WritingScope {
  readonly outer: Scope;
  /** What the prefixes on this element stand for, declared here or further out. */
  readonly used: Map<string, string>;
}

function elementPrefix(element: XmlElement, scope: WritingScope): string {
  if (element.namespace === '' || element.prefix === '') {
    declare('', element.namespace, scope);
    return '';
  }
  return prefixFor(element.prefix, element.namespace, scope);
}

function writeAttribute(attribute: XmlAttribute, scope: WritingScope): string {
  const prefix =
    attribute.namespace === '' ? '' : prefixFor(attribute.prefix, attribute.namespace, scope);
  return attributeText(qualify(prefix, attribute.name), attribute.value);
}

/** A prefix bound to `namespace`: the wanted one if it is free, otherwise a new one. */
function prefixFor(wanted: string, namespace: string, scope: WritingScope): string {
  let prefix = wanted;
  for (let n = 0; prefix === '' || !declare(prefix, namespace, scope); n += 1) prefix = `n${n}`;
  return prefix;
}

/** Makes `prefix` stand for `namespace` here; false when this element already uses it for another one. */
function declare(prefix: string, namespace: string, { used }: WritingScope): boolean {
  const meaning = used.get(prefix) ?? namespace;
  if (meaning === namespace) used.set(prefix, namespace);
  return meaning === namespace;
}

function qualify(prefix: string, name: string): string {
  return prefix === '' ? name : `${prefix}:${name}`;
}

function declaration(prefix: string, namespace: string): string {
  const name = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  return attributeText(name, namespace);
}

function attributeText(name: string, value: string): string {
  return ` ${name}="${escapeAttribute(value)}"`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\r': '&#13;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
};

/** What stands for itself everywhere: nearly all text. */
const PLAIN = /^[ !#-%'-;=?-\uD7FF]*$/;

/**
 * Text for the content of an element. A carriage return is written as a reference, or parsing would lose it. What XML
 * cannot hold at all is written as {@link storableText} says.
 */
export function escapeText(text: string): string {
  return PLAIN.test(text) ? text : escape(storableText(text), /[&<>\r]/g);
}

/** Text for an attribute in double quotes; white space survives normalization. */
export function escapeAttribute(text: string): string {
  return PLAIN.test(text) ? text : escape(storableText(text), /[&<>"\r\n\t]/g);
}

function escape(text: string, characters: RegExp): string {
  return text.replace(characters, (character) => ESCAPES[character] as string);
}
