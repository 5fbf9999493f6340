import type { Records } from './records.ts';
import { textOfElement, type SourceElement } from './source-element.ts';
import type { XPathNode } from './xpath-node.ts';

const NONE: readonly StaticElement[] = [];

/** From how many same-named children on an index pays. */
const LOOKUP_MINIMUM = 8;

/**
 * An immutable tree of nodes over parsed XML: the document node, with `root` as its only child. Nodes are made when they
 * are first visited, so an instance of 50,000 rows costs nothing until it is used. Equality on a key among many children
 * of one name is answered from an index that is built when it is first asked for; `indices` names keys (`id`,
 * `@case_type`, `index/parent`) that are worth one however few the children are.
 */
export function staticDocument(root: SourceElement, indices: readonly string[] = []): XPathNode {
  return new StaticDocument(root, new Set(indices));
}

class StaticDocument implements XPathNode {
  readonly kind = 'document';
  readonly name = '';
  readonly namespace = '';
  readonly parent = undefined;
  readonly attributes: readonly XPathNode[] = NONE;
  readonly relevant = true;
  readonly index = 0;
  readonly children: readonly XPathNode[];

  constructor(
    private readonly root: SourceElement,
    readonly indices: ReadonlySet<string>,
  ) {
    this.children = [new StaticElement(root, this, this, 0)];
  }

  get text(): string {
    return textOfElement(this.root);
  }

  get value(): string {
    return this.text;
  }

  childrenNamed(name: string): readonly XPathNode[] {
    return name === this.root.name ? this.children : NONE;
  }

  attribute(): undefined {
    return undefined;
  }
}

class StaticElement implements XPathNode {
  readonly kind = 'element';
  readonly relevant = true;
  private elements: readonly StaticElement[] | undefined;
  private named: Map<string, StaticElement[]> | undefined;
  private ownAttributes: readonly StaticAttribute[] | undefined;
  private ownText: string | undefined;
  private lookups:
    Map<string, ReadonlyMap<string, readonly StaticElement[]> | undefined> | undefined;

  constructor(
    readonly source: SourceElement,
    readonly parent: XPathNode,
    private readonly document: StaticDocument,
    readonly index: number,
  ) {}

  get name(): string {
    return this.source.name;
  }

  get namespace(): string {
    return this.source.namespace;
  }

  get children(): readonly StaticElement[] {
    return (this.elements ??= this.makeChildren());
  }

  get attributes(): readonly XPathNode[] {
    return (this.ownAttributes ??= this.source.attributes.map(
      (attribute) => new StaticAttribute(attribute, this),
    ));
  }

  get text(): string {
    return (this.ownText ??= textOfElement(this.source));
  }

  get value(): string {
    return this.valueText();
  }

  childrenNamed(name: string): readonly StaticElement[] {
    if (this.elements === undefined) this.elements = this.makeChildren();
    return this.named?.get(name) ?? NONE;
  }

  attribute(name: string): XPathNode | undefined {
    if (this.source.attributes.length === 0) return undefined;
    for (const attribute of this.attributes) if (attribute.name === name) return attribute;
    return undefined;
  }

  lookup(name: string, key: string, value: string): readonly StaticElement[] | undefined {
    const children = this.childrenNamed(name);
    if (children.length < LOOKUP_MINIMUM && !this.document.indices.has(key)) return undefined;
    this.lookups ??= new Map();
    const id = `${name} ${key}`;
    if (!this.lookups.has(id)) this.lookups.set(id, buildLookup(children, key));
    const index = this.lookups.get(id);
    return index === undefined ? undefined : (index.get(value) ?? NONE);
  }

  hasIndex(key: string): boolean {
    return this.document.indices.has(key);
  }

  records(name: string): Records<StaticElement> | undefined {
    const all = this.childrenNamed(name);
    if (all.length < LOOKUP_MINIMUM) return undefined;
    return {
      all,
      name,
      lookup: (_, key, value) => this.lookup(name, key, value),
      hasIndex: (key) => this.hasIndex(key),
      where: elementsWhere,
      nodes: (rows) => rows,
    };
  }

  /** A group has no value of its own, in CommCare as in ODK. */
  private valueText(): string {
    return hasElements(this.source) ? '' : this.text;
  }

  private makeChildren(): readonly StaticElement[] {
    if (!hasElements(this.source)) return NONE;
    const named = new Map<string, StaticElement[]>();
    const elements: StaticElement[] = [];
    for (const child of this.source.children) {
      if (typeof child === 'string') continue;
      let same = named.get(child.name);
      if (same === undefined) named.set(child.name, (same = []));
      const element = new StaticElement(child, this, this.document, same.length);
      same.push(element);
      elements.push(element);
    }
    this.named = named;
    return elements;
  }
}

class StaticAttribute implements XPathNode {
  readonly kind = 'attribute';
  readonly relevant = true;
  readonly index = 0;
  readonly children: readonly XPathNode[] = NONE;
  readonly attributes: readonly XPathNode[] = NONE;
  readonly name: string;
  readonly namespace: string;
  readonly text: string;

  constructor(
    source: SourceElement['attributes'][number],
    readonly parent: XPathNode,
  ) {
    this.name = source.name;
    this.namespace = source.namespace;
    this.text = source.value;
  }

  get value(): string {
    return this.text;
  }

  childrenNamed(): readonly XPathNode[] {
    return NONE;
  }

  attribute(): undefined {
    return undefined;
  }
}

function hasElements(source: SourceElement): boolean {
  for (const child of source.children) if (typeof child !== 'string') return true;
  return false;
}

/**
 * Children by the text at `key`. `undefined`, so that the caller walks, when the key leads to several nodes anywhere or
 * to none at all: what that means is the dialect's to say.
 */
function buildLookup(
  children: readonly StaticElement[],
  key: string,
): ReadonlyMap<string, readonly StaticElement[]> | undefined {
  const path = key.split('/');
  const index = new Map<string, StaticElement[]>();
  for (const child of children) {
    const texts: string[] = [];
    collectTexts(child.source, path, 0, texts);
    const [text, another] = texts;
    if (another !== undefined) return undefined;
    if (text === undefined) continue;
    const same = index.get(text);
    if (same === undefined) index.set(text, [child]);
    else same.push(child);
  }
  return index.size === 0 ? undefined : index;
}

/** `undefined` where the key leads to several nodes of one element. */
function elementsWhere(
  rows: readonly StaticElement[],
  key: string,
  test: (node: XPathNode) => boolean,
): readonly StaticElement[] | undefined {
  const path = key.split('/');
  const known = new Map<string | undefined, boolean>();
  const passing: StaticElement[] = [];
  for (const row of rows) {
    const texts: string[] = [];
    collectTexts(row.source, path, 0, texts);
    if (texts.length > 1) return undefined;
    const passes = known.get(texts[0]) ?? test(row);
    known.set(texts[0], passes);
    if (passes) passing.push(row);
  }
  return passing;
}

/** Read from the source: most rows of a large instance are never looked at, and so never made into nodes. */
function collectTexts(
  source: SourceElement,
  path: readonly string[],
  at: number,
  found: string[],
): void {
  const name = path[at];
  if (name === undefined) found.push(hasElements(source) ? '' : textOfElement(source));
  else if (name.startsWith('@')) {
    const attribute = source.attributes.find((each) => each.name === name.slice(1));
    if (attribute !== undefined) found.push(attribute.value);
  } else {
    for (const child of source.children) {
      if (typeof child !== 'string' && child.name === name)
        collectTexts(child, path, at + 1, found);
    }
  }
}
