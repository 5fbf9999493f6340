/** The user asks to send what waits and to fetch what is new. */
export class CaseSyncRequestEvent extends Event {
  constructor() {
    super('case-sync-request', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-sync-request': CaseSyncRequestEvent;
  }
}
