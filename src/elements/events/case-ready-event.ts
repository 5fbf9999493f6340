import { WorkEvent } from './work-event.ts';

/** The app that an embedded `<case-app>` or `<case-list>` was given is open. */
export class CaseReadyEvent extends WorkEvent {
  constructor() {
    super('case-ready');
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-ready': CaseReadyEvent;
  }
}
