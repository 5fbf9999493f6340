/** The person pressed the button that finishes the form. Cancelling keeps the form as it is: nothing is checked and nothing sent. */
export class XfCompleteEvent extends Event {
  constructor() {
    super('xf-complete', { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'xf-complete': XfCompleteEvent;
  }
}
