/** The user chose a row of a list. Cancel it to stay in the list. */
export class CaseSelectEvent extends Event {
  readonly id: string;

  constructor(id: string) {
    super('case-select', { bubbles: true, composed: true, cancelable: true });
    this.id = id;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-select': CaseSelectEvent;
  }
}
