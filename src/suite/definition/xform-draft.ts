import { parseXml } from '../../xml/parse-xml.ts';
import { serializeXml } from '../../xml/serialize-xml.ts';
import type { XmlAttribute, XmlChild, XmlElement } from '../../xml/xml-element.ts';
import { attributeOf, childElements, childNamed, xmlElement } from '../../xml/xml-element.ts';

const XFORMS = 'http://www.w3.org/2002/xforms';

/** An element that may still be written to. */
export interface DraftElement extends XmlElement {
  readonly attributes: XmlAttribute[];
  readonly children: XmlChild[];
}

/** What a bind says; only what is given is written. */
export interface BindAttributes {
  readonly calculate?: string;
  readonly relevant?: string;
  readonly required?: string;
  readonly type?: string;
}

/** A form whose author left the case management to us, while it is being written in. */
export class XFormDraft {
  readonly #root: DraftElement;
  readonly #model: DraftElement;
  /** The root of the primary instance. */
  readonly data: DraftElement;
  /** Nodesets of the repeats in the body. */
  readonly repeats: readonly string[];

  /** Throws an `XmlParseError`, and a `RangeError` that says what is missing. */
  constructor(text: string, file: string) {
    this.#root = copyElement(parseXml(text, file));
    const head = childNamed(this.#root, 'head');
    const model = head && childNamed(head, 'model');
    const instance = model && childNamed(model, 'instance');
    const data = instance && childElements(instance)[0];
    if (model === undefined || data === undefined) {
      throw new RangeError('The form has no model with an instance.');
    }
    this.#model = model as DraftElement;
    this.data = data as DraftElement;
    this.repeats = findRepeats(this.#root);
  }

  get dataPath(): string {
    return `/${this.data.name}`;
  }

  /** The first node of the primary instance at an absolute path of names. */
  find(path: string): DraftElement | undefined {
    const [, root, ...names] = path.split('/');
    if (root !== this.data.name) return undefined;
    let element: XmlElement | undefined = this.data;
    for (const name of names) element = element && childNamed(element, name);
    return element as DraftElement | undefined;
  }

  /** All nodes at a path: a repeat may stand in the instance more than once. */
  findAll(path: string): DraftElement[] {
    const [, root, ...names] = path.split('/');
    let found: XmlElement[] = root === this.data.name ? [this.data] : [];
    for (const name of names) {
      found = found.flatMap((element) => childElements(element).filter((e) => e.name === name));
    }
    return found as DraftElement[];
  }

  /** Adds an empty child of that name to every node at a path, unless it has one; the path of the child. */
  ensureChild(parent: string, name: string): string {
    for (const element of this.findAll(parent)) {
      if (childNamed(element, name) !== undefined) continue;
      element.children.push({ ...element, name, prefix: '', attributes: [], children: [] });
    }
    return `${parent}/${name}`;
  }

  /** The author's bind for a node, or `undefined`. */
  bind(nodeset: string): XmlElement | undefined {
    return this.#modelChild('bind', 'nodeset', nodeset);
  }

  hasSetvalue(ref: string): boolean {
    return this.#modelChild('setvalue', 'ref', ref) !== undefined;
  }

  /** Adds to the bind of a node, or makes one; what is given here wins. */
  addBind(nodeset: string, attributes: BindAttributes): void {
    const existing = this.bind(nodeset) as DraftElement | undefined;
    if (existing === undefined) {
      this.#model.children.push(xmlElement('bind', XFORMS, { nodeset, ...attributes }));
      return;
    }
    for (const [name, value] of Object.entries(attributes)) setAttribute(existing, name, value);
  }

  addSetvalue(event: string, ref: string, value: string): void {
    this.#model.children.push(xmlElement('setvalue', XFORMS, { event, ref, value }));
  }

  /** Declares a secondary instance unless the author did. */
  addInstance(id: string, src: string): void {
    if (this.#modelChild('instance', 'id', id) !== undefined) return;
    const after = this.#model.children.findLastIndex(
      (child) => typeof child !== 'string' && child.name === 'instance',
    );
    this.#model.children.splice(after + 1, 0, xmlElement('instance', XFORMS, { id, src }));
  }

  /** The whole document as text. */
  toString(): string {
    return serializeXml(this.#root);
  }

  #modelChild(name: string, attribute: string, value: string): XmlElement | undefined {
    return childElements(this.#model).find(
      (child) => child.name === name && attributeOf(child, attribute) === value,
    );
  }
}

/** Sets an attribute without a namespace. */
export function setAttribute(element: DraftElement, name: string, value: string): void {
  const index = element.attributes.findIndex((a) => a.name === name && a.namespace === '');
  const attribute: XmlAttribute = { name, prefix: '', namespace: '', value };
  if (index < 0) element.attributes.push(attribute);
  else element.attributes[index] = attribute;
}

/** A deep copy that may be written to. */
function copyElement(element: XmlElement): DraftElement {
  return {
    ...element,
    attributes: [...element.attributes],
    children: element.children.map((child) =>
      typeof child === 'string' ? child : copyElement(child),
    ),
  };
}

function findRepeats(element: XmlElement): string[] {
  const own = element.name === 'repeat' ? [attributeOf(element, 'nodeset') ?? ''] : [];
  return [...own, ...childElements(element).flatMap(findRepeats)];
}
