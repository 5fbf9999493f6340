/** The form that `<xf-form>` opened by itself is on the page and can be filled in. */
export class XfReadyEvent extends Event {
  constructor() {
    super('xf-ready', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'xf-ready': XfReadyEvent;
  }
}
