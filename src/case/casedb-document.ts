import type { Records } from '../xpath/records.ts';
import type { XPathNode } from '../xpath/xpath-node.ts';
import type { CaseCondition, CaseDatabase } from './case-database.ts';
import { CaseNode } from './case-node.ts';
import type { CaseNodeContext } from './case-node.ts';
import { CasedbNode } from './casedb-node.ts';
import type { Rows } from './database/case-lookup.ts';

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
  /** By row; a node is that of one state of the case. */
  readonly #nodes: CaseNode[] = [];
  /** Long answers since the last change: a case list asks the same again and again. */
  readonly #answers = new Map<string, readonly XPathNode[]>();
  /** Revision of the database that the answers are of. */
  #revision = -1;

  constructor(document: XPathNode, database: CaseDatabase, timeZone: string) {
    super('element', 'casedb', document);
    this.#database = database;
    this.#context = { parent: this, database, timeZone, readers: new Map() };
  }

  override get children(): readonly XPathNode[] {
    return this.#remember('', () => this.#database.rows());
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
    return this.#answer(`${key}=${value}`, this.#database.find(key, value));
  }

  lookupAll(name: string, conditions: readonly CaseCondition[]): readonly XPathNode[] | undefined {
    if (name !== 'case') return [];
    return this.#answer(JSON.stringify(conditions), this.#database.findAll(conditions));
  }

  hasIndex(key: string): boolean {
    return key.startsWith('@') || key.startsWith('index/');
  }

  records(name: string): Records<number> | undefined {
    if (name !== 'case') return undefined;
    const database = this.#database;
    return {
      name,
      get all() {
        return database.rows();
      },
      lookup: (_, key, value) => (value === '' ? undefined : database.find(key, value)),
      lookupAll: (_, conditions) => database.findAll(conditions),
      hasIndex: (key) => this.hasIndex(key),
      // Most of the cases that are asked are left out, and of those no node stays.
      where: (rows, key, test) =>
        database.where(rows, key, (of) => test(new CaseNode(of, this.#context))),
      nodes: (rows) => this.#nodesOf(rows),
    };
  }

  #answer(question: string, rows: Rows | undefined): readonly XPathNode[] | undefined {
    if (rows === undefined || rows.length < LONG) return rows && this.#nodesOf(rows);
    return this.#remember(question, () => rows);
  }

  #remember(question: string, ask: () => Rows): readonly XPathNode[] {
    if (this.#revision !== this.#database.revision) this.#answers.clear();
    this.#revision = this.#database.revision;
    const known = this.#answers.get(question) ?? this.#nodesOf(ask());
    this.#answers.set(question, known);
    return known;
  }

  #nodesOf(rows: Rows): readonly XPathNode[] {
    return rows.map((row) => this.#nodeOf(row));
  }

  #nodeOf(row: number): XPathNode {
    const known = this.#nodes[row];
    if (known !== undefined && this.#database.holds(row, known.of)) return known;
    return (this.#nodes[row] = new CaseNode(this.#database.at(row), this.#context));
  }
}

/** Answers with fewer nodes are put together faster than they are worth keeping. */
const LONG = 50;
