import { WorkEvent } from './work-event.ts';

/** The user chose one of the things that a menu or a next step offers. */
export class CaseChooseEvent extends WorkEvent {
  readonly id: string;

  constructor(id: string) {
    super('case-choose');
    this.id = id;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-choose': CaseChooseEvent;
  }
}
