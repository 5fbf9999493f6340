import { WorkEvent } from './work-event.ts';

/** The person answered a question. `ref` is the node's, with positions; `value` is the answer in its lexical form, `''` for none. */
export class XfAnswerEvent extends WorkEvent {
  readonly ref: string;
  readonly value: string;

  constructor(ref: string, value: string) {
    super('xf-answer');
    this.ref = ref;
    this.value = value;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'xf-answer': XfAnswerEvent;
  }
}
