import type { XPathNode } from '../xpath/xpath-node.ts';
import type { CaseDatabase } from './case-database.ts';
import { CaseNode } from './case-node.ts';
import type { CaseNodeContext } from './case-node.ts';
import type { Case } from './case.ts';
import { CasedbNode } from './casedb-node.ts';

/**
 * `instance('casedb')` over a live database: `casedb/case[@case_id …]`. Nothing is copied; a node of a case is made
 * when it is first reached and lives as long as that state of the case. An absent property or index has no node, so
 * it reads as `''`. `timeZone` (IANA) decides on which day `date_opened` and `last_modified` fall.
 */
export function casedbDocument(database: CaseDatabase, timeZone = 'UTC'): XPathNode {
  return new CasedbDocument(database, timeZone);
}

class CasedbDocument extends CasedbNode {
  readonly #root: readonly XPathNode[];

  constructor(database: CaseDatabase, timeZone: string) {
    super('document', '', undefined);
    this.#root = [new CasedbRoot(this, database, timeZone)];
  }

  protected override makeChildren(): readonly XPathNode[] {
    return this.#root;
  }
}

class CasedbRoot extends CasedbNode {
  readonly #database: CaseDatabase;
  readonly #context: CaseNodeContext;
  readonly #nodes = new WeakMap<Case, XPathNode>();
  /** Node lists by the database's own lists, which stay the same until a case changes. */
  readonly #lists = new WeakMap<readonly Case[], readonly XPathNode[]>();

  constructor(document: XPathNode, database: CaseDatabase, timeZone: string) {
    super('element', 'casedb', document);
    this.#database = database;
    this.#context = { parent: this, database, timeZone };
  }

  override get children(): readonly XPathNode[] {
    return this.#nodesOf(this.#database.all());
  }

  override childrenNamed(name: string): readonly XPathNode[] {
    return name === 'case' ? this.children : [];
  }

  /** Also when there are no cases at all. */
  override canHave(path: readonly string[]): boolean {
    const [first = '', second = ''] = path;
    if (first !== 'case') return false;
    return path.length <= 2 || second === 'index' || second === 'attachment';
  }

  /** A blank value is not looked up: CommCare lets `[village = '']` find cases without the property, too. */
  lookup(name: string, key: string, value: string): readonly XPathNode[] | undefined {
    if (name !== 'case') return [];
    if (value === '') return undefined;
    const cases = this.#database.find(key, value);
    return cases === undefined ? undefined : this.#nodesOf(cases);
  }

  hasIndex(key: string): boolean {
    return key.startsWith('@') || key.startsWith('index/');
  }

  #nodesOf(cases: readonly Case[]): readonly XPathNode[] {
    let nodes = this.#lists.get(cases);
    if (nodes === undefined) {
      nodes = cases.map((of) => this.#nodeOf(of));
      this.#lists.set(cases, nodes);
    }
    return nodes;
  }

  #nodeOf(of: Case): XPathNode {
    let node = this.#nodes.get(of);
    if (node === undefined) {
      node = new CaseNode(of, this.#context);
      this.#nodes.set(of, node);
    }
    return node;
  }
}
