/** The user says to whom a new case belongs: the id of a group or location. */
export class CaseOwnerChooseEvent extends Event {
  readonly ownerId: string;

  constructor(ownerId: string) {
    super('case-owner-choose', { bubbles: true, composed: true });
    this.ownerId = ownerId;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-owner-choose': CaseOwnerChooseEvent;
  }
}
