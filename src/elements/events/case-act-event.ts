/** The user pressed one of the buttons that the app puts beside a list: its index. */
export class CaseActEvent extends Event {
  readonly index: number;

  constructor(index: number) {
    super('case-act', { bubbles: true, composed: true });
    this.index = index;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-act': CaseActEvent;
  }
}
