import { WorkEvent } from './work-event.ts';

/** The person pressed the button that finishes the form. Cancelling keeps the form as it is: nothing is checked and nothing sent. */
export class XfCompleteEvent extends WorkEvent {
  constructor() {
    super('xf-complete', { cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'xf-complete': XfCompleteEvent;
  }
}
