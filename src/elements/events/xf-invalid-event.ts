import { WorkEvent } from './work-event.ts';

/** The person tried to finish the form, or a screen of it, and something is to be checked first: the references of those questions. */
export class XfInvalidEvent extends WorkEvent {
  readonly refs: readonly string[];

  constructor(refs: readonly string[]) {
    super('xf-invalid');
    this.refs = refs;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'xf-invalid': XfInvalidEvent;
  }
}
