/** The user has seen who will see the cases of a form, and lets it go. */
export class CaseOwnerConfirmEvent extends Event {
  constructor() {
    super('case-owner-confirm', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-owner-confirm': CaseOwnerConfirmEvent;
  }
}
