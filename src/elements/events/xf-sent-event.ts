import { WorkEvent } from './work-event.ts';

/** The page has taken the form that an `xf-submit` brought, and the person is told so. */
export class XfSentEvent extends WorkEvent {
  constructor() {
    super('xf-sent');
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'xf-sent': XfSentEvent;
  }
}
