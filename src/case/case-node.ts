import type { XPathNode } from '../xpath/xpath-node.ts';
import type { CaseDatabase } from './case-database.ts';
import { caseDay } from './case-day.ts';
import { categoryOf, propertyOf, stateOf } from './case-key.ts';
import type { Case } from './case.ts';
import { attributeNodes, CasedbGroup, CasedbLeaf, CasedbNode } from './casedb-node.ts';

/** What all case nodes of one casedb share. */
export interface CaseNodeContext {
  readonly parent: XPathNode;
  readonly database: CaseDatabase;
  /** IANA name: where a day begins. */
  readonly timeZone: string;
}

/**
 * `instance('casedb')/casedb/case`: attributes for what identifies a case, children for its properties, `index` and
 * `attachment`. A list filter asks one property of very many cases, so single children are made by name.
 */
export class CaseNode extends CasedbNode {
  readonly #case: Case;
  readonly #context: CaseNodeContext;
  readonly #named = new Map<string, readonly XPathNode[]>();

  constructor(of: Case, context: CaseNodeContext) {
    super('element', 'case', context.parent);
    this.#case = of;
    this.#context = context;
  }

  override get index(): number {
    return this.#context.database.position(this.#case.caseId);
  }

  /** A case may have any property, and any name below `index` and `attachment`. */
  override canHave(path: readonly string[]): boolean {
    const [first = ''] = path;
    return path.length === 1 || first === 'index' || first === 'attachment';
  }

  override childrenNamed(name: string): readonly XPathNode[] {
    let nodes = this.#named.get(name);
    if (nodes === undefined) {
      const child = this.#makeChild(name);
      nodes = child === undefined ? [] : [child];
      this.#named.set(name, nodes);
    }
    return nodes;
  }

  protected override makeChildren(): readonly XPathNode[] {
    const names = new Set([...LEADING, ...Object.keys(this.#case.properties), ...TRAILING]);
    return [...names].flatMap((name) => this.childrenNamed(name));
  }

  protected override makeAttributes(): readonly XPathNode[] {
    const { caseId, caseType, status, ownerId } = this.#case;
    const fixed = { case_id: caseId, case_type: caseType, status, owner_id: ownerId };
    return attributeNodes(this, { ...fixed, ...this.#optionalAttributes() });
  }

  #optionalAttributes(): Record<string, string> {
    const { externalId } = this.#case;
    const [category, state] = [categoryOf(this.#case), stateOf(this.#case)];
    return {
      ...(externalId === '' ? {} : { external_id: externalId }),
      ...(category === '' ? {} : { category }),
      ...(state === '' ? {} : { state }),
    };
  }

  #makeChild(name: string): XPathNode | undefined {
    const { caseName, dateOpened, lastModified, externalId } = this.#case;
    switch (name) {
      case 'case_name':
        return this.#leaf(name, caseName);
      case 'date_opened':
        return this.#date(name, dateOpened);
      case 'last_modified':
        return this.#date(name, lastModified);
      case 'external_id':
        return externalId === '' ? undefined : this.#leaf(name, externalId);
      case 'index':
        return this.#indexGroup();
      case 'attachment':
        return this.#attachmentGroup();
      default:
        return this.#property(name);
    }
  }

  #leaf(name: string, text: string): XPathNode {
    return new CasedbLeaf('element', name, this, text);
  }

  #date(name: string, text: string): XPathNode {
    const day = caseDay(text, this.#context.timeZone);
    return new CasedbLeaf('element', name, this, day.text, { value: day.value });
  }

  #property(name: string): XPathNode | undefined {
    const value = propertyOf(this.#case, name);
    return value === undefined ? undefined : this.#leaf(name, value);
  }

  #indexGroup(): XPathNode | undefined {
    const { indices } = this.#case;
    if (indices.length === 0) return undefined;
    return new CasedbGroup('index', this, (group) =>
      indices.map(({ name, target, caseType, relationship }) => {
        const attributes = { case_type: caseType, relationship };
        return new CasedbLeaf('element', name, group, target, { attributes });
      }),
    );
  }

  #attachmentGroup(): XPathNode | undefined {
    const { attachments } = this.#case;
    if (attachments.length === 0) return undefined;
    return new CasedbGroup('attachment', this, (group) =>
      attachments.map(({ name, src, from }) => {
        return new CasedbLeaf('element', name, group, src, { attributes: { src, from } });
      }),
    );
  }
}

const LEADING = ['case_name', 'date_opened', 'last_modified', 'external_id'];
const TRAILING = ['index', 'attachment'];
