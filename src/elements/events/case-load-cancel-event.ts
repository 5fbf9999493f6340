/** The user does not want to wait for the cases that are being read. */
export class CaseLoadCancelEvent extends Event {
  constructor() {
    super('case-load-cancel', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-load-cancel': CaseLoadCancelEvent;
  }
}
