import type { SessionAddress } from '../../suite/session-address.ts';

/** The user goes to a place of the app that is open: what is chosen there, from the first menu on. */
export class CaseVisitEvent extends Event {
  readonly steps: SessionAddress;

  constructor(steps: SessionAddress) {
    super('case-visit', { bubbles: true, composed: true });
    this.steps = steps;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-visit': CaseVisitEvent;
  }
}
