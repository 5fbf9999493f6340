import { WorkEvent } from './work-event.ts';

/** The user goes back without doing what was offered. */
export class CaseCancelEvent extends WorkEvent {
  constructor() {
    super('case-cancel');
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-cancel': CaseCancelEvent;
  }
}
