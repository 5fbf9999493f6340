import { WorkEvent } from './work-event.ts';

/** The user goes back along the breadcrumbs: `index` counts them from the start, 0 is the app. */
export class CaseNavigateEvent extends WorkEvent {
  readonly index: number;

  constructor(index: number) {
    super('case-navigate');
    this.index = index;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-navigate': CaseNavigateEvent;
  }
}
