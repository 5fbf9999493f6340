import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** True while the window has room for something beside a column of text. */
export class WideController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #media = matchMedia('(min-width: 64rem)');

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get value(): boolean {
    return this.#media.matches;
  }

  hostConnected(): void {
    this.#media.addEventListener('change', this.#handleChange);
  }

  hostDisconnected(): void {
    this.#media.removeEventListener('change', this.#handleChange);
  }

  readonly #handleChange = (): void => this.#host.requestUpdate();
}
