import { WorkEvent } from './work-event.ts';

/** The user asks to send what waits and to fetch what is new. */
export class CaseSyncRequestEvent extends WorkEvent {
  constructor() {
    super('case-sync-request');
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-sync-request': CaseSyncRequestEvent;
  }
}
