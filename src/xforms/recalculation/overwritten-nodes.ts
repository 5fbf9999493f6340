import type { NodeDefinition } from '../definition/node-definition.ts';
import { ancestorAt } from '../instance/find-nodes.ts';
import type { InstanceNode } from '../instance/instance-node.ts';
import type { Dependency, DependencyGraph } from './dependency-graph.ts';

/**
 * Calculated nodes over whose value a person or an action has written. Such a value stays until something is touched from
 * which the calculate follows, however far off and even where nothing changes there: JavaRosa and commcare-core evaluate
 * everything that may follow from an answer, while here a wave ends where a result is the same as before.
 */
export class OverwrittenNodes {
  readonly #nodes = new Map<NodeDefinition, Set<InstanceNode>>();
  /** No calculate of theirs has a higher rank: what comes after it need not be asked. */
  #last = -1;

  constructor(private readonly graph: DependencyGraph) {}

  has(node: InstanceNode): boolean {
    return this.#nodes.get(node.definition)?.has(node) ?? false;
  }

  get isEmpty(): boolean {
    return this.#nodes.size === 0;
  }

  add(node: InstanceNode): void {
    const rank = this.graph.calculateOf(node.definition);
    if (rank === undefined || this.has(node)) return;
    node.owner.aboutToChange(node);
    this.#last = this.isEmpty ? rank : Math.max(this.#last, rank);
    const nodes = this.#nodes.get(node.definition);
    if (nodes === undefined) this.#nodes.set(node.definition, new Set([node]));
    else nodes.add(node);
  }

  delete(node: InstanceNode): void {
    if (!this.has(node)) return;
    node.owner.aboutToChange(node);
    const nodes = this.#nodes.get(node.definition);
    nodes?.delete(node);
    if (nodes?.size === 0) this.#nodes.delete(node.definition);
  }

  /** Takes out those that follow from `node`. */
  takeFollowing(node: InstanceNode): InstanceNode[] {
    return this.takeReading(node, this.graph.dependentsOf(node.definition).value);
  }

  /** Takes out those that follow from one of the computations, which read `node` or something below it. */
  takeReading(node: InstanceNode, readers: readonly Dependency[]): InstanceNode[] {
    if (this.isEmpty) return [];
    const taken: InstanceNode[] = [];
    for (const [definition, shared] of this.graph.calculatesBehind(readers, this.#last)) {
      const depth = Math.min(shared, node.definition.depth);
      for (const each of this.#nodes.get(definition) ?? []) {
        if (each !== node && ancestorAt(each, depth) === ancestorAt(node, depth)) taken.push(each);
      }
    }
    for (const each of taken) this.delete(each);
    return taken;
  }
}
