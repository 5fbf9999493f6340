import { WorkEvent } from './work-event.ts';

/** The user wants to practise with the cases that came with the app. */
export class CasePractiseEvent extends WorkEvent {
  constructor() {
    super('case-practise');
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-practise': CasePractiseEvent;
  }
}
