import { WorkEvent } from './work-event.ts';

/** An event with which something is handed to the page: the element waits until the page has it. */
export abstract class WaitingEvent extends WorkEvent {
  readonly #pending: Promise<unknown>[] = [];

  /** Waits for the promise. When it rejects, the page does not have it: nothing is lost, and the error's message is shown. */
  waitUntil(taken: Promise<unknown>): void {
    this.#pending.push(taken);
  }

  /** Resolves when everything that was waited for is done; rejects as the first of it does. */
  async settled(): Promise<void> {
    await Promise.all(this.#pending);
  }
}
