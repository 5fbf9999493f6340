/** The user goes back along the breadcrumbs: `index` counts them from the start, 0 is the app. */
export class CaseNavigateEvent extends Event {
  readonly index: number;

  constructor(index: number) {
    super('case-navigate', { bubbles: true, composed: true });
    this.index = index;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-navigate': CaseNavigateEvent;
  }
}
