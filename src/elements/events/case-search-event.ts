import { WorkEvent } from './work-event.ts';

/** The user asks the server with the answers as they are. */
export class CaseSearchEvent extends WorkEvent {
  constructor() {
    super('case-search');
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-search': CaseSearchEvent;
  }
}
