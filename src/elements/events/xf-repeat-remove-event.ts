import { WorkEvent } from './work-event.ts';

/** The person asked to remove an item, and confirmed it where it held answers. Cancelling keeps the item. `ref` has its position. */
export class XfRepeatRemoveEvent extends WorkEvent {
  readonly ref: string;

  constructor(ref: string) {
    super('xf-repeat-remove', { cancelable: true });
    this.ref = ref;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'xf-repeat-remove': XfRepeatRemoveEvent;
  }
}
