import type { XPathNode } from '../../xpath/xpath-node.ts';
import { attributeNodes, CasedbNode } from '../casedb-node.ts';
import type { Ledgers } from './ledgers.ts';

/** The `src` under which apps and forms declare it. */
export const LEDGERDB = 'jr://instance/ledgerdb';

/** Names from the document down, each with the attribute that tells its siblings apart. */
const LEVELS = [
  { name: '', attribute: undefined },
  { name: 'ledgerdb', attribute: undefined },
  { name: 'ledger', attribute: 'entity-id' },
  { name: 'section', attribute: 'section-id' },
  { name: 'entry', attribute: 'id' },
] as const;

/** What is below a node, by id; the quantity of an entry. */
type Content = number | ReadonlyMap<string, Content>;

/** `instance('ledgerdb')`: `ledgerdb/ledger[@entity-id]/section[@section-id]/entry[@id]`, whose text is the quantity. */
export function ledgerdbDocument(ledgers: Ledgers): XPathNode {
  return new LedgerNode(0, undefined, '', new Map([['', ledgers]]));
}

class LedgerNode extends CasedbNode {
  constructor(
    private readonly level: number,
    parent: XPathNode | undefined,
    private readonly id: string,
    private readonly content: Content,
  ) {
    super(level === 0 ? 'document' : 'element', LEVELS[level]?.name ?? '', parent);
  }

  override get text(): string {
    return typeof this.content === 'number' ? String(this.content) : '';
  }

  /** Also where there are no ledgers at all. */
  override canHave(path: readonly string[]): boolean {
    return path.every((step, at) => {
      const above = LEVELS[this.level + at]?.attribute;
      const isLast = at === path.length - 1;
      return step === LEVELS[this.level + at + 1]?.name || (isLast && step === `@${above}`);
    });
  }

  protected override makeChildren(): readonly XPathNode[] {
    if (typeof this.content === 'number') return [];
    return [...this.content].map(([id, below]) => new LedgerNode(this.level + 1, this, id, below));
  }

  protected override makeAttributes(): readonly XPathNode[] {
    const attribute = LEVELS[this.level]?.attribute;
    return attribute === undefined ? [] : attributeNodes(this, { [attribute]: this.id });
  }
}
