import { WorkEvent } from './work-event.ts';

/** The user chose several rows of a list together. */
export class CaseSelectManyEvent extends WorkEvent {
  readonly ids: readonly string[];

  constructor(ids: readonly string[]) {
    super('case-select-many');
    this.ids = ids;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-select-many': CaseSelectManyEvent;
  }
}
