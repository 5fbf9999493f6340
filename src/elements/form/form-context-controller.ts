import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FormContext } from './form-context.ts';

/** Updates its host after any change of the form: for what shows the form as a whole. */
export class FormContextController implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly context?: FormContext };
  #context: FormContext | undefined;
  #stop: (() => void) | undefined;
  #isConnected = false;

  constructor(host: ReactiveControllerHost & { readonly context?: FormContext }) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#observe();
  }

  /** An update that was asked for on the page may come when the host has left it. */
  hostUpdate(): void {
    if (!this.#isConnected) return;
    if (this.#host.context !== this.#context) this.#observe();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#stop?.();
    this.#stop = undefined;
    this.#context = undefined;
  }

  #observe(): void {
    this.#stop?.();
    this.#context = this.#host.context;
    this.#stop = this.#context?.observeAll(() => this.#host.requestUpdate());
  }
}
