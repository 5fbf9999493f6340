/** The user goes back without doing what was offered. */
export class CaseCancelEvent extends Event {
  constructor() {
    super('case-cancel', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-cancel': CaseCancelEvent;
  }
}
