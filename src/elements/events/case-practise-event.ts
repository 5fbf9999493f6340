/** The user wants to practise with the cases that came with the app. */
export class CasePractiseEvent extends Event {
  constructor() {
    super('case-practise', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-practise': CasePractiseEvent;
  }
}
