import { WorkEvent } from './work-event.ts';

/** The user wants to see the forms that the server did not accept. */
export class CaseShowRejectedEvent extends WorkEvent {
  constructor() {
    super('case-show-rejected');
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-show-rejected': CaseShowRejectedEvent;
  }
}
