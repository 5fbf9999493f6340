/** The user goes on with a draft. */
export class CaseDraftResumeEvent extends Event {
  readonly id: string;

  constructor(id: string) {
    super('case-draft-resume', { bubbles: true, composed: true });
    this.id = id;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-draft-resume': CaseDraftResumeEvent;
  }
}
