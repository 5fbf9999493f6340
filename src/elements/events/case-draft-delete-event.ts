/** The user deletes a draft, and has confirmed it. */
export class CaseDraftDeleteEvent extends Event {
  readonly id: string;

  constructor(id: string) {
    super('case-draft-delete', { bubbles: true, composed: true });
    this.id = id;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-draft-delete': CaseDraftDeleteEvent;
  }
}
