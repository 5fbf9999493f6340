/** The user asks to try again what failed. */
export class CaseRetryEvent extends Event {
  constructor() {
    super('case-retry', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-retry': CaseRetryEvent;
  }
}
