/** The user asks the server with the answers as they are. */
export class CaseSearchEvent extends Event {
  constructor() {
    super('case-search', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-search': CaseSearchEvent;
  }
}
