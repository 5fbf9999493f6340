import { WorkEvent } from './work-event.ts';

/** The user pressed one of the buttons that the app puts beside a list: its index. */
export class CaseActEvent extends WorkEvent {
  readonly index: number;

  constructor(index: number) {
    super('case-act');
    this.index = index;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-act': CaseActEvent;
  }
}
