import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AnyActorRef } from 'xstate';

/** Updates its host whenever an actor has gone on. `actor` is asked anew on each update of the host. */
export class ActorController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #actor: () => AnyActorRef | undefined;
  #observed: AnyActorRef | undefined;
  #stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, actor: () => AnyActorRef | undefined) {
    this.#host = host;
    this.#actor = actor;
    host.addController(this);
  }

  hostUpdate(): void {
    const actor = this.#actor();
    if (actor === this.#observed) return;
    this.#stop?.();
    this.#observed = actor;
    const subscription = actor?.subscribe(() => this.#host.requestUpdate());
    this.#stop = () => subscription?.unsubscribe();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#observed = undefined;
  }
}
