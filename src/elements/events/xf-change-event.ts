import { WorkEvent } from './work-event.ts';

/**
 * The person has changed something in a form that `<xf-form>` runs by itself, and all that follows is worked out. `refs` are the nodes
 * of which anything that can be seen is another now, with positions; nodes that were taken out are not among them.
 */
export class XfChangeEvent extends WorkEvent {
  readonly #refs: () => readonly string[];

  /** `refs` is asked when somebody wants to know. */
  constructor(refs: () => readonly string[]) {
    super('xf-change');
    this.#refs = refs;
  }

  get refs(): readonly string[] {
    return this.#refs();
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'xf-change': XfChangeEvent;
  }
}
