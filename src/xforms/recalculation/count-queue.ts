import type { InstanceNode } from '../instance/instance-node.ts';

/** A count that has to be looked at: its rank, and the node below which its items stand. */
export interface WaitingCount {
  readonly rank: number;
  readonly parent: InstanceNode;
}

/** Counts of repeats that wait until everything else is settled. A form has few counts, so they are searched. */
export class CountQueue {
  readonly #waiting = new Map<number, Set<InstanceNode>>();

  add(rank: number, parent: InstanceNode): void {
    const parents = this.#waiting.get(rank);
    if (parents === undefined) this.#waiting.set(rank, new Set([parent]));
    else parents.add(parent);
  }

  /** The one of the lowest rank that has waited longest; it stays until it is dropped. */
  first(): WaitingCount | undefined {
    if (this.#waiting.size === 0) return undefined;
    const rank = Math.min(...this.#waiting.keys());
    for (const parent of this.#waiting.get(rank) ?? []) return { rank, parent };
    return undefined;
  }

  drop({ rank, parent }: WaitingCount): void {
    const parents = this.#waiting.get(rank);
    parents?.delete(parent);
    if (parents?.size === 0) this.#waiting.delete(rank);
  }
}
