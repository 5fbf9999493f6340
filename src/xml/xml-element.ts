/** An attribute. `prefix` and `namespace` are `''` when there is none. */
export interface XmlAttribute {
  readonly name: string;
  readonly prefix: string;
  readonly namespace: string;
  readonly value: string;
}

/** Text is a plain string; comments and processing instructions are not kept. */
export type XmlChild = XmlElement | string;

/**
 * An element of a parsed document: immutable, with the place it was read from
 * (1-based line and column of its start tag; 0 for an element built by code).
 * Namespace declarations are not attributes here; the serializer writes those that are needed.
 */
export interface XmlElement {
  readonly name: string;
  readonly prefix: string;
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlChild[];
  readonly line: number;
  readonly column: number;
}

/** What {@link xmlElement} takes: attribute values by name, in order; `undefined` leaves the attribute out. */
export type XmlAttributes = Readonly<Record<string, string | undefined>>;

/** Builds an element in `namespace` (`''` for none) with unprefixed attributes. */
export function xmlElement(
  name: string,
  namespace: string,
  attributes: XmlAttributes = {},
  children: readonly XmlChild[] = [],
): XmlElement {
  return {
    name,
    prefix: '',
    namespace,
    attributes: plainAttributes(attributes),
    children,
    line: 0,
    column: 0,
  };
}

function plainAttributes(attributes: XmlAttributes): XmlAttribute[] {
  const result: XmlAttribute[] = [];
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) result.push({ name, prefix: '', namespace: '', value });
  }
  return result;
}

/** The value of the first attribute with that local name (and namespace, if one is given), or `undefined`. */
export function attributeOf(
  element: XmlElement,
  name: string,
  namespace?: string,
): string | undefined {
  for (const attribute of element.attributes) {
    if (attribute.name === name && (namespace === undefined || attribute.namespace === namespace)) {
      return attribute.value;
    }
  }
  return undefined;
}

/** The element children, in document order. */
export function childElements(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string');
}

/** The element children with that local name, whatever their namespace. */
export function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  const named: XmlElement[] = [];
  for (const child of element.children) {
    if (typeof child !== 'string' && child.name === name) named.push(child);
  }
  return named;
}

/** The first element child with that local name, or `undefined`. */
export function childNamed(element: XmlElement, name: string): XmlElement | undefined {
  for (const child of element.children) {
    if (typeof child !== 'string' && child.name === name) return child;
  }
  return undefined;
}

/** All text below the element, in document order, untrimmed. */
export function textOf(element: XmlElement): string {
  const [only] = element.children;
  if (typeof only === 'string' && element.children.length === 1) return only;
  let text = '';
  for (const child of element.children) {
    text += typeof child === 'string' ? child : textOf(child);
  }
  return text;
}
