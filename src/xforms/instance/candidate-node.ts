import type { XPathNode, XPathScalar } from '../../xpath/xpath-node.ts';
import { typedValue } from '../datatype/typed-value.ts';
import type { InstanceNode } from './instance-node.ts';

/**
 * A node as it would be with another value: what `.` is in a constraint while the answer is not stored yet. All paths
 * that lead to the node by another way still read the old value.
 */
export class CandidateNode implements XPathNode {
  readonly relevant = true;
  readonly value: XPathScalar;

  constructor(
    readonly node: InstanceNode,
    readonly text: string,
  ) {
    this.value = typedValue(text, node.type, node.owner.timeZone);
  }

  get kind(): 'document' | 'element' | 'attribute' {
    return this.node.kind;
  }

  get name(): string {
    return this.node.name;
  }

  get namespace(): string {
    return this.node.namespace;
  }

  get parent(): XPathNode | undefined {
    return this.node.parent;
  }

  get children(): readonly XPathNode[] {
    return this.node.children;
  }

  get attributes(): readonly XPathNode[] {
    return this.node.attributes;
  }

  get index(): number {
    return this.node.index;
  }

  childrenNamed(name: string): readonly XPathNode[] {
    return this.node.childrenNamed(name);
  }

  attribute(name: string): XPathNode | undefined {
    return this.node.attribute(name);
  }

  canHave(path: readonly string[]): boolean {
    return this.node.canHave(path);
  }
}
