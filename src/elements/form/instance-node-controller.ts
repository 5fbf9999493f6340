import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { InstanceNode } from '../../xforms/instance/instance-node.ts';
import type { ControlProperties, FormContext } from './form-context.ts';

type Host = ReactiveControllerHost & Partial<ControlProperties>;

/** Updates its host whenever something that is shown of a node has changed, and at no other time. */
export class InstanceNodeController implements ReactiveController {
  readonly #host: Host;
  readonly #nodeOf: () => InstanceNode | undefined;
  #observed: InstanceNode | undefined;
  #context: FormContext | undefined;
  #stop: (() => void) | undefined;
  #isConnected = false;

  /** `nodeOf` says which node, when it is not that of the host's control. It is asked again at each update. */
  constructor(host: Host, nodeOf: () => InstanceNode | undefined = () => host.node?.node) {
    this.#host = host;
    this.#nodeOf = nodeOf;
    host.addController(this);
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#observe();
  }

  /** An update that was asked for on the page may come when the host has left it. */
  hostUpdate(): void {
    if (!this.#isConnected) return;
    if (this.#nodeOf() !== this.#observed || this.#host.context !== this.#context) this.#observe();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#stop?.();
    this.#stop = undefined;
    this.#observed = undefined;
  }

  #observe(): void {
    this.#stop?.();
    const node = this.#nodeOf();
    this.#observed = node;
    this.#context = this.#host.context;
    this.#stop = node && this.#context?.observe(node, () => this.#host.requestUpdate());
  }
}
