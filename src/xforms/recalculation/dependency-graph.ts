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
const NO_RANKS: readonly number[] = [];

/** Which computations follow from which nodes, fixed with the form; there is one for all its instances. */
export class DependencyGraph {
  readonly #dependents: ReadonlyMap<NodeDefinition, Dependents>;
  readonly #effects = new Map<NodeDefinition, ItemEffects>();
  #ranks: ReadonlyMap<NodeDefinition, readonly number[]> | undefined = undefined;

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

  /** The rank of the calculate of a node, or `undefined` where nothing is calculated. */
  calculateOf(definition: NodeDefinition): number | undefined {
    return this.#ranksAt(definition).find((rank) => this.computations[rank]?.kind === 'calculate');
  }

  /**
   * The calculated nodes that follow from computations over any number of steps, up to the rank `last`, and how many leading
   * steps are certain to be the same nodes.
   */
  calculatesBehind(readers: readonly Dependency[], last: number): Map<NodeDefinition, number> {
    const widest = new Map<number, number>();
    const waiting = [...readers];
    for (const { rank, shared } of waiting) {
      if (rank > last || (widest.get(rank) ?? Infinity) <= shared) continue;
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
    const inside = repeat.descendants().flatMap((definition) => this.#ranksAt(definition));
    const { structure } = this.dependentsOf(repeat);
    return { inside, outside: this.#readersOutside(repeat), position: structure.filter(isInside) };
  }

  /** The ranks of what is evaluated on nodes of that definition. Few forms ask: the table is made when one does. */
  #ranksAt(definition: NodeDefinition): readonly number[] {
    this.#ranks ??= ranksByContext(this.computations);
    return this.#ranks.get(definition) ?? NO_RANKS;
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

function ranksByContext(
  computations: readonly Computation[],
): ReadonlyMap<NodeDefinition, readonly number[]> {
  const ranks = new Map<NodeDefinition, number[]>();
  computations.forEach((computation, rank) => {
    const context = contextOf(computation);
    const known = ranks.get(context);
    if (known === undefined) ranks.set(context, [rank]);
    else known.push(rank);
  });
  return ranks;
}

/** Where a computation is evaluated: a count on the parent of its repeat, all else on its target. */
export function contextOf({ kind, target }: Computation): NodeDefinition {
  return kind === 'count' ? (target.parent as NodeDefinition) : target;
}
