import type { InstanceNode } from '../../xforms/instance/instance-node.ts';

/** Is called when something has happened, without being told what. */
export type Listener = () => void;

/** Who wants to hear of which node. A long form has thousands of nodes with one listener each, so that one needs no set. */
export class ListenersOfNodes {
  readonly #listeners = new Map<InstanceNode, Listener | Set<Listener>>();

  add(node: InstanceNode, listener: Listener): void {
    const known = this.#listeners.get(node);
    if (known === undefined) this.#listeners.set(node, listener);
    else if (known instanceof Set) known.add(listener);
    else this.#listeners.set(node, new Set([known, listener]));
  }

  delete(node: InstanceNode, listener: Listener): void {
    const known = this.#listeners.get(node);
    if (known instanceof Set) known.delete(listener);
    if (known === listener || (known instanceof Set && known.size === 0))
      this.#listeners.delete(node);
  }

  tell(node: InstanceNode): void {
    const known = this.#listeners.get(node);
    if (known === undefined) return;
    if (known instanceof Set) for (const listener of [...known]) listener();
    else known();
  }

  tellAll(): void {
    for (const node of [...this.#listeners.keys()]) this.tell(node);
  }
}
