/** The user chose several rows of a list together. */
export class CaseSelectManyEvent extends Event {
  readonly ids: readonly string[];

  constructor(ids: readonly string[]) {
    super('case-select-many', { bubbles: true, composed: true });
    this.ids = ids;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-select-many': CaseSelectManyEvent;
  }
}
