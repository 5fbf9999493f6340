import type { XPathNode } from './xpath-node.ts';

const NOTHING: readonly XPathNode[] = [];

/** A node that only has a value: an item of the list that a function such as `distinct-values` gives. */
class ValueNode implements XPathNode {
  readonly kind = 'element';
  readonly name = '';
  readonly namespace = '';
  readonly parent = undefined;
  readonly children = NOTHING;
  readonly attributes = NOTHING;
  readonly relevant = true;
  readonly index = 0;

  constructor(readonly text: string) {}

  get value(): string {
    return this.text;
  }

  childrenNamed(): readonly XPathNode[] {
    return NOTHING;
  }

  attribute(): undefined {
    return undefined;
  }
}

/** A list that a function made; CommCare does not count those. */
export class ValueNodes extends Array<XPathNode> {}

/** A list of texts in the form of a node-set. */
export function valueNodes(texts: Iterable<string>): ValueNodes {
  const nodes = new ValueNodes();
  for (const text of texts) nodes.push(new ValueNode(text));
  return nodes;
}
