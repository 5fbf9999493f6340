import type { FormEntryEvent } from '../../machines/form-entry.ts';

/** Keeps what a person does while the machine that takes it is still on its way. */
export class EarlyEvents {
  readonly #waiting: FormEntryEvent[] = [];

  send(event: FormEntryEvent): void {
    this.#waiting.push(event);
  }

  /** In the order in which they came. */
  handTo(actor: { send(event: FormEntryEvent): void }): void {
    for (const event of this.#waiting.splice(0)) actor.send(event);
  }
}
