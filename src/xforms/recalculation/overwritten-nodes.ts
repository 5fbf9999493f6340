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
  readonly #nodes = new Set<InstanceNode>();

  constructor(private readonly graph: DependencyGraph) {}

  get size(): number {
    return this.#nodes.size;
  }

  add(node: InstanceNode): void {
    if (node.definition.bind?.calculate !== undefined) this.#nodes.add(node);
  }

  delete(node: InstanceNode): void {
    this.#nodes.delete(node);
  }

  /** Takes out those that follow from `node`. */
  takeFollowing(node: InstanceNode): InstanceNode[] {
    if (this.#nodes.size === 0) return [];
    return this.#take(node, this.graph.calculatesFollowing(node.definition));
  }

  /** Takes out those that follow from one of the computations, which read something below `node`. */
  takeReading(node: InstanceNode, readers: readonly Dependency[]): InstanceNode[] {
    if (this.#nodes.size === 0) return [];
    return this.#take(node, this.graph.calculatesBehind(readers));
  }

  #take(node: InstanceNode, shares: ReadonlyMap<NodeDefinition, number>): InstanceNode[] {
    const taken: InstanceNode[] = [];
    for (const each of this.#nodes) {
      const shared = shares.get(each.definition);
      if (each === node || shared === undefined) continue;
      const depth = Math.min(shared, node.definition.depth);
      if (ancestorAt(each, depth) !== ancestorAt(node, depth)) continue;
      this.#nodes.delete(each);
      taken.push(each);
    }
    return taken;
  }
}
