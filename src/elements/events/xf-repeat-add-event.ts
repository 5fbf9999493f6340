/** The person asked for another item. `ref` is the repeat's, without the position of an item: `/data/household[1]/child`. */
export class XfRepeatAddEvent extends Event {
  readonly ref: string;

  constructor(ref: string) {
    super('xf-repeat-add', { bubbles: true, composed: true });
    this.ref = ref;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'xf-repeat-add': XfRepeatAddEvent;
  }
}
