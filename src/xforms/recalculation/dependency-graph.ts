import type { CompiledExpression } from '../../xpath/compiled-expression.ts';
import type { NodeDefinition } from '../definition/node-definition.ts';
import { isWithin } from '../instance/find-nodes.ts';

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

/** What it means to a form that an item of a repeat comes or goes. */
export interface ItemEffects {
  /** Ranks of the computations about the item and all that is in it. */
  readonly inside: readonly number[];
  /** Who reads something of the item from outside. */
  readonly outside: readonly Dependency[];
  /** Who reads where an item stands among the others, from inside it. */
  readonly position: readonly Dependency[];
}

const NONE: Dependents = { value: [], structure: [] };

/** Which computations follow from which nodes, fixed with the form; there is one for all its instances. */
export class DependencyGraph {
  readonly #dependents: ReadonlyMap<NodeDefinition, Dependents>;
  readonly #effects = new Map<NodeDefinition, ItemEffects>();
  readonly #following = new Map<NodeDefinition, ReadonlyMap<NodeDefinition, number>>();

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

  /** Found out when the first item comes or goes, and kept: items may come by the thousand. */
  effectsOf(repeat: NodeDefinition): ItemEffects {
    const known = this.#effects.get(repeat);
    if (known !== undefined) return known;
    const effects = this.#findEffects(repeat);
    this.#effects.set(repeat, effects);
    return effects;
  }

  /** The calculated nodes that follow from a node over any number of steps, and how many leading steps both share. */
  calculatesFollowing(definition: NodeDefinition): ReadonlyMap<NodeDefinition, number> {
    const known = this.#following.get(definition);
    if (known !== undefined) return known;
    const found = this.calculatesBehind(this.dependentsOf(definition).value);
    this.#following.set(definition, found);
    return found;
  }

  /** The same from computations on: what they compute themselves, and all that follows from it. */
  calculatesBehind(readers: readonly Dependency[]): Map<NodeDefinition, number> {
    const widest = new Map<number, number>();
    const waiting = [...readers];
    for (const { rank, shared } of waiting) {
      if ((widest.get(rank) ?? Infinity) <= shared) continue;
      widest.set(rank, shared);
      for (const next of this.#readersOfResult(rank)) {
        waiting.push({ rank: next.rank, shared: Math.min(shared, next.shared) });
      }
    }
    return this.#calculatesIn(widest);
  }

  #readersOfResult(rank: number): Dependency[] {
    const { kind, target } = this.computations[rank] as Computation;
    if (kind === 'calculate') return [...this.dependentsOf(target).value];
    if (kind !== 'relevant') return [];
    return target.descendants().flatMap((each) => {
      const { value, structure } = this.dependentsOf(each);
      return [...value, ...structure];
    });
  }

  #calculatesIn(widest: ReadonlyMap<number, number>): Map<NodeDefinition, number> {
    const calculates = new Map<NodeDefinition, number>();
    for (const [rank, shared] of widest) {
      const { kind, target } = this.computations[rank] as Computation;
      if (kind === 'calculate') calculates.set(target, shared);
    }
    return calculates;
  }

  #findEffects(repeat: NodeDefinition): ItemEffects {
    const isInside = ({ shared }: Dependency) => shared >= repeat.depth;
    const inside = [...this.computations.keys()].filter((rank) =>
      isWithin(contextOf(this.computations[rank] as Computation), repeat),
    );
    const { structure } = this.dependentsOf(repeat);
    return { inside, outside: this.#readersOutside(repeat), position: structure.filter(isInside) };
  }

  #readersOutside(repeat: NodeDefinition): Dependency[] {
    const widest = new Map<number, number>();
    for (const definition of repeat.descendants()) {
      const { value, structure } = this.dependentsOf(definition);
      for (const { rank, shared } of [...value, ...structure]) {
        if (shared < repeat.depth) widest.set(rank, Math.min(shared, widest.get(rank) ?? shared));
      }
    }
    return [...widest].map(([rank, shared]) => ({ rank, shared }));
  }
}

/** Where a computation is evaluated: a count on the parent of its repeat, all else on its target. */
export function contextOf({ kind, target }: Computation): NodeDefinition {
  return kind === 'count' ? (target.parent as NodeDefinition) : target;
}
