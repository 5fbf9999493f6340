/** The person opens the inspector, or closes it. */
export class CaseInspectEvent extends Event {
  constructor() {
    super('case-inspect', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-inspect': CaseInspectEvent;
  }
}
