import { WorkEvent } from './work-event.ts';

/** The user has read a detail and goes on with it. */
export class CaseContinueEvent extends WorkEvent {
  constructor() {
    super('case-continue');
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-continue': CaseContinueEvent;
  }
}
