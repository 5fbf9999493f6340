import type { Refusal } from '../../xforms/transaction.ts';
import { WorkEvent } from './work-event.ts';

/** The form that `<xf-form>` opened by itself is on the page and can be filled in. */
export class XfReadyEvent extends WorkEvent {
  /** What of `prefill` was not taken, and why. */
  readonly refusals: readonly Refusal[];

  constructor(refusals: readonly Refusal[] = []) {
    super('xf-ready');
    this.refusals = refusals;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'xf-ready': XfReadyEvent;
  }
}
