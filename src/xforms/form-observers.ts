import type { InstanceNode } from './instance/instance-node.ts';
import type { Transaction } from './transaction.ts';

/** Who hears of the changes of a form instance: of single nodes, and of every transaction. */
export class FormObservers {
  readonly #ofNodes = new Map<InstanceNode, Set<() => void>>();
  readonly #ofAll = new Set<(transaction: Transaction) => void>();

  /** Calls `listener` after each transaction that changed the node. Returns the way to stop it. */
  observe(node: InstanceNode, listener: () => void): () => void {
    const listeners = this.#ofNodes.get(node) ?? new Set();
    this.#ofNodes.set(node, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#ofNodes.delete(node);
    };
  }

  /** Calls `listener` after each transaction. Returns the way to stop it. */
  onTransaction(listener: (transaction: Transaction) => void): () => void {
    this.#ofAll.add(listener);
    return () => this.#ofAll.delete(listener);
  }

  /** The nodes that somebody observes. */
  get nodes(): Iterable<InstanceNode> {
    return this.#ofNodes.keys();
  }

  tell(transaction: Transaction): void {
    for (const node of transaction.changed)
      for (const each of this.#ofNodes.get(node) ?? []) each();
    for (const listener of this.#ofAll) listener(transaction);
  }
}
