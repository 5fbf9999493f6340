import type { InstanceNode } from '../instance/instance-node.ts';

/** Nodes waiting for the computation of each rank; the lowest rank comes out first. */
export class RankQueue {
  readonly #waiting = new Map<number, InstanceNode[]>();
  /** A binary heap of the ranks that have nodes waiting. */
  readonly #heap: number[] = [];

  add(rank: number, node: InstanceNode): void {
    const nodes = this.#waiting.get(rank);
    if (nodes !== undefined) {
      nodes.push(node);
      return;
    }
    this.#waiting.set(rank, [node]);
    this.#push(rank);
  }

  /** The lowest rank for which nodes are waiting. */
  pop(): number | undefined {
    const first = this.#heap[0];
    const last = this.#heap.pop();
    if (this.#heap.length > 0) this.#sink(last as number);
    return first;
  }

  take(rank: number): readonly InstanceNode[] {
    const nodes = this.#waiting.get(rank) ?? [];
    this.#waiting.delete(rank);
    return nodes;
  }

  #push(rank: number): void {
    const heap = this.#heap;
    let at = heap.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((heap[parent] as number) <= rank) break;
      heap[at] = heap[parent] as number;
      at = parent;
    }
    heap[at] = rank;
  }

  #sink(rank: number): void {
    const heap = this.#heap;
    let at = 0;
    for (let child = 1; child < heap.length; child = 2 * at + 1) {
      if (child + 1 < heap.length && (heap[child + 1] as number) < (heap[child] as number))
        child += 1;
      if ((heap[child] as number) >= rank) break;
      heap[at] = heap[child] as number;
      at = child;
    }
    heap[at] = rank;
  }
}
