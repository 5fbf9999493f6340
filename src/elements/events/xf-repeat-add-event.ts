import { WorkEvent } from './work-event.ts';

/** The person asked for another item. `ref` is the repeat's, without the position of an item: `/data/household[1]/child`. */
export class XfRepeatAddEvent extends WorkEvent {
  readonly ref: string;

  constructor(ref: string) {
    super('xf-repeat-add');
    this.ref = ref;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'xf-repeat-add': XfRepeatAddEvent;
  }
}
