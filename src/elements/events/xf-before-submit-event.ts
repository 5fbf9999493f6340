import { WorkEvent } from './work-event.ts';

/**
 * A form that `<xf-form>` runs by itself is complete and valid and would go to the page now. Cancelling keeps it from that: the person
 * goes on filling in, and reads why when the page says so.
 */
export class XfBeforeSubmitEvent extends WorkEvent {
  #reason = '';

  constructor() {
    super('xf-before-submit', { cancelable: true });
  }

  /** What the person is told; `''` when the page says it itself. */
  get reason(): string {
    return this.#reason;
  }

  /** Cancels, with a sentence for the person: what is the matter, and what to do about it. */
  refuse(reason: string): void {
    this.#reason = reason;
    this.preventDefault();
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'xf-before-submit': XfBeforeSubmitEvent;
  }
}
