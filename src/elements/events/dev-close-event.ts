/** The person closes the inspector. */
export class DevCloseEvent extends Event {
  constructor() {
    super('dev-close', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'dev-close': DevCloseEvent;
  }
}
