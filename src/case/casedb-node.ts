import type { XPathNode, XPathScalar } from '../xpath/xpath-node.ts';

const NONE: readonly XPathNode[] = [];

/** A node of casedb: read only, always relevant, without a namespace, its descendants made when they are asked for. */
export abstract class CasedbNode implements XPathNode {
  #children: readonly XPathNode[] | undefined;
  #attributes: readonly XPathNode[] | undefined;

  constructor(
    readonly kind: XPathNode['kind'],
    readonly name: string,
    readonly parent: XPathNode | undefined,
  ) {}

  get namespace(): string {
    return '';
  }

  get relevant(): boolean {
    return true;
  }

  get children(): readonly XPathNode[] {
    return (this.#children ??= this.makeChildren());
  }

  get attributes(): readonly XPathNode[] {
    return (this.#attributes ??= this.makeAttributes());
  }

  get index(): number {
    return 0;
  }

  /** Casedb's inner nodes have no text of their own, and CommCare does not join that of the leaves. */
  get text(): string {
    return '';
  }

  get value(): XPathScalar {
    return this.text;
  }

  canHave(_path: readonly string[]): boolean {
    return false;
  }

  childrenNamed(name: string): readonly XPathNode[] {
    return this.children.filter((child) => child.name === name);
  }

  attribute(name: string): XPathNode | undefined {
    return this.attributes.find((attribute) => attribute.name === name);
  }

  protected makeChildren(): readonly XPathNode[] {
    return NONE;
  }

  protected makeAttributes(): readonly XPathNode[] {
    return NONE;
  }
}

/** An attribute, or an element with text and perhaps attributes. */
export class CasedbLeaf extends CasedbNode {
  readonly #text: string;
  readonly #value: XPathScalar;
  readonly #attributeTexts: Readonly<Record<string, string>>;

  constructor(
    kind: 'element' | 'attribute',
    name: string,
    parent: XPathNode,
    text: string,
    options: { value?: XPathScalar; attributes?: Readonly<Record<string, string>> } = {},
  ) {
    super(kind, name, parent);
    this.#text = text;
    this.#value = options.value ?? text;
    this.#attributeTexts = options.attributes ?? {};
  }

  override get text(): string {
    return this.#text;
  }

  override get value(): XPathScalar {
    return this.#value;
  }

  protected override makeAttributes(): readonly XPathNode[] {
    return attributeNodes(this, this.#attributeTexts);
  }
}

/** An element that only holds others: `index` and `attachment`. */
export class CasedbGroup extends CasedbNode {
  readonly #make: (parent: XPathNode) => readonly XPathNode[];

  constructor(name: string, parent: XPathNode, make: (parent: XPathNode) => readonly XPathNode[]) {
    super('element', name, parent);
    this.#make = make;
  }

  /** Indices and attachments are called as forms please; each has attributes and no elements. */
  override canHave(path: readonly string[]): boolean {
    return path.length === 1 || (path.length === 2 && path[1]?.startsWith('@') === true);
  }

  protected override makeChildren(): readonly XPathNode[] {
    return this.#make(this);
  }
}

/** One attribute node for each entry. */
export function attributeNodes(
  parent: XPathNode,
  texts: Readonly<Record<string, string>>,
): readonly XPathNode[] {
  return Object.entries(texts).map(
    ([name, text]) => new CasedbLeaf('attribute', name, parent, text),
  );
}
