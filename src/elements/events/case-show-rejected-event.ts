/** The user wants to see the forms that the server did not accept. */
export class CaseShowRejectedEvent extends Event {
  constructor() {
    super('case-show-rejected', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-show-rejected': CaseShowRejectedEvent;
  }
}
