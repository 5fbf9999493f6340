import type { CompiledExpression } from '../../xpath/compiled-expression.ts';
import type { NodeDefinition } from '../definition/node-definition.ts';

/**
 * Something about a node that follows from other nodes. `display` stands for all that is only shown (labels, choices,
 * validity): nothing is computed for it, its node is reported as changed.
 */
export interface Computation {
  readonly kind: 'calculate' | 'relevant' | 'readonly' | 'required' | 'count' | 'display';
  /** The node that it is about; for `count` the repeat. */
  readonly target: NodeDefinition;
  /** `undefined` for `display` alone. */
  readonly expression: CompiledExpression | undefined;
}

/** A computation that reads a node, and how many leading steps of both are certain to be the same nodes. */
export interface Dependency {
  /** Index of the computation in {@link DependencyGraph.computations}: what comes first has the lower one. */
  readonly rank: number;
  readonly shared: number;
}

/** Who reads a node. `structure` only asks whether it is there (`count`, `position`). */
export interface Dependents {
  readonly value: readonly Dependency[];
  readonly structure: readonly Dependency[];
}

const NONE: Dependents = { value: [], structure: [] };

/** Which computations follow from which nodes, fixed with the form; there is one for all its instances. */
export class DependencyGraph {
  readonly #dependents: ReadonlyMap<NodeDefinition, Dependents>;

  constructor(
    /** In an order in which each comes after all that it reads. */
    readonly computations: readonly Computation[],
    dependents: ReadonlyMap<NodeDefinition, Dependents>,
  ) {
    this.#dependents = dependents;
  }

  dependentsOf(definition: NodeDefinition): Dependents {
    return this.#dependents.get(definition) ?? NONE;
  }
}
