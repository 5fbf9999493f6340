import { WorkEvent } from './work-event.ts';

/** The user asks to try again what failed. */
export class CaseRetryEvent extends WorkEvent {
  constructor() {
    super('case-retry');
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-retry': CaseRetryEvent;
  }
}
