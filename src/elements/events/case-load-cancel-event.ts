import { WorkEvent } from './work-event.ts';

/** The user does not want to wait for the cases that are being read. */
export class CaseLoadCancelEvent extends WorkEvent {
  constructor() {
    super('case-load-cancel');
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-load-cancel': CaseLoadCancelEvent;
  }
}
