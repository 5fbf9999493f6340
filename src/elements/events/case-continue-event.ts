/** The user has read a detail and goes on with it. */
export class CaseContinueEvent extends Event {
  constructor() {
    super('case-continue', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-continue': CaseContinueEvent;
  }
}
