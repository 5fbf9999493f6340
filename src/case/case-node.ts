import type { XPathNode, XPathScalar } from '../xpath/xpath-node.ts';
import type { CaseDatabase } from './case-database.ts';
import { caseDay } from './case-day.ts';
import { caseReader } from './case-key.ts';
import type { CaseKey, CaseReader } from './case-key.ts';
import { CasedbGroup, CasedbLeaf, CasedbNode } from './casedb-node.ts';
import type { HeldCase } from './database/packed-case.ts';

/** What all case nodes of one casedb share. */
export interface CaseNodeContext {
  readonly parent: XPathNode;
  readonly database: CaseDatabase;
  /** IANA name: where a day begins. */
  readonly timeZone: string;
  /** Readers that were asked for, by their key. */
  readonly readers: Map<CaseKey, CaseReader | undefined>;
}

/**
 * `instance('casedb')/casedb/case`: attributes for what identifies a case, children for its properties, `index` and
 * `attachment`. A list filter asks one property of very many cases, so single children are made by name.
 */
export class CaseNode extends CasedbNode {
  readonly #context: CaseNodeContext;
  /** Children and attributes that were asked for by name, the latter as `@name`. */
  #named: Map<string, readonly XPathNode[]> | undefined;

  constructor(
    /** The state of the case that this is the node of. */
    readonly of: HeldCase,
    context: CaseNodeContext,
  ) {
    super('element', 'case', context.parent);
    this.#context = context;
  }

  override get index(): number {
    return this.#context.database.position(this.of.caseId);
  }

  /** A case may have any property, and any name below `index` and `attachment`. */
  override canHave(path: readonly string[]): boolean {
    const [first = ''] = path;
    return path.length === 1 || first === 'index' || first === 'attachment';
  }

  override childrenNamed(name: string): readonly XPathNode[] {
    return this.#remember(name, () => this.#makeChild(name));
  }

  override attribute(name: string): XPathNode | undefined {
    const key = `@${name}`;
    return this.#remember(key, () => {
      const text = this.#read(key);
      return text === undefined ? undefined : new CasedbLeaf('attribute', name, this, text);
    })[0];
  }

  /** No node is made: a list asks for some values of very many cases. A case may have any property, so none is `''`. */
  scalarNamed(name: string): XPathScalar {
    if (name === 'date_opened') return this.#day(this.of.dateOpened).value;
    if (name === 'last_modified') return this.#day(this.of.lastModified).value;
    return this.#read(name) ?? '';
  }

  protected override makeChildren(): readonly XPathNode[] {
    const names = new Set([...LEADING, ...Object.keys(this.of.properties), ...TRAILING]);
    return [...names].flatMap((name) => this.childrenNamed(name));
  }

  protected override makeAttributes(): readonly XPathNode[] {
    return ATTRIBUTES.flatMap((name) => this.attribute(name) ?? []);
  }

  /** A node is made once, so that it stays the same one on whatever way it is reached. */
  #remember(key: string, make: () => XPathNode | undefined): readonly XPathNode[] {
    this.#named ??= new Map();
    let nodes = this.#named.get(key);
    if (nodes === undefined) {
      const node = make();
      nodes = node === undefined ? NONE : [node];
      this.#named.set(key, nodes);
    }
    return nodes;
  }

  #read(key: CaseKey): string | undefined {
    const { readers } = this.#context;
    let reader = readers.get(key);
    if (reader === undefined && !readers.has(key)) readers.set(key, (reader = caseReader(key)));
    return reader?.(this.of);
  }

  #makeChild(name: string): XPathNode | undefined {
    switch (name) {
      case 'date_opened':
        return this.#date(name, this.of.dateOpened);
      case 'last_modified':
        return this.#date(name, this.of.lastModified);
      case 'index':
        return this.#indexGroup();
      case 'attachment':
        return this.#attachmentGroup();
      default:
        return this.#field(name);
    }
  }

  #date(name: string, text: string): XPathNode {
    const day = this.#day(text);
    return new CasedbLeaf('element', name, this, day.text, { value: day.value });
  }

  #day(text: string) {
    return caseDay(text, this.#context.timeZone);
  }

  /** A name, a category or any property. */
  #field(name: string): XPathNode | undefined {
    const text = this.#read(name);
    return text === undefined ? undefined : new CasedbLeaf('element', name, this, text);
  }

  #indexGroup(): XPathNode | undefined {
    const { indices } = this.of;
    if (indices.length === 0) return undefined;
    return new CasedbGroup('index', this, (group) =>
      indices.map(({ name, target, caseType, relationship }) => {
        const attributes = { case_type: caseType, relationship };
        return new CasedbLeaf('element', name, group, target, { attributes });
      }),
    );
  }

  #attachmentGroup(): XPathNode | undefined {
    const { attachments } = this.of;
    if (attachments.length === 0) return undefined;
    return new CasedbGroup('attachment', this, (group) =>
      attachments.map(({ name, src, from }) => {
        return new CasedbLeaf('element', name, group, src, { attributes: { src, from } });
      }),
    );
  }
}

const LEADING = [
  'case_name',
  'date_opened',
  'last_modified',
  'external_id',
  'category',
  'state',
  'userid',
];
const TRAILING = ['index', 'attachment'];
const ATTRIBUTES = [
  'case_id',
  'case_type',
  'status',
  'owner_id',
  'external_id',
  'category',
  'state',
];
const NONE: readonly XPathNode[] = [];
