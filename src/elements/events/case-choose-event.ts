/** The user chose one of the things that a menu or a next step offers. */
export class CaseChooseEvent extends Event {
  readonly id: string;

  constructor(id: string) {
    super('case-choose', { bubbles: true, composed: true });
    this.id = id;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-choose': CaseChooseEvent;
  }
}
