import { WorkEvent } from './work-event.ts';

/** The user chose a row of a list. Cancel it to stay in the list. */
export class CaseSelectEvent extends WorkEvent {
  readonly id: string;

  constructor(id: string) {
    super('case-select', { cancelable: true });
    this.id = id;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-select': CaseSelectEvent;
  }
}
