import { WorkEvent } from './work-event.ts';

/**
 * The person answered a question. `ref` is the node's, with positions; `value` is the answer in its lexical form, `''` for none.
 * `follows` is true for one that came of the answer before it, as from an address: one undo takes both back.
 */
export class XfAnswerEvent extends WorkEvent {
  readonly ref: string;
  readonly value: string;
  readonly follows: boolean;

  constructor(ref: string, value: string, follows = false) {
    super('xf-answer');
    this.ref = ref;
    this.value = value;
    this.follows = follows;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'xf-answer': XfAnswerEvent;
  }
}
