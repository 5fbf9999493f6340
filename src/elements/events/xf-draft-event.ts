/** About a second after a change: the draft of the form that `<xf-form>` runs by itself, for the page to keep (`.draft` goes on with it). */
export class XfDraftEvent extends Event {
  readonly xml: string;

  constructor(xml: string) {
    super('xf-draft', { bubbles: true, composed: true });
    this.xml = xml;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'xf-draft': XfDraftEvent;
  }
}
