import { WorkEvent } from './work-event.ts';

/** The person opens the inspector, or closes it. */
export class CaseInspectEvent extends WorkEvent {
  constructor() {
    super('case-inspect');
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-inspect': CaseInspectEvent;
  }
}
