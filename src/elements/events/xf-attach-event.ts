import { WorkEvent } from './work-event.ts';

/**
 * The person gave a file (or took it away: `file` is undefined) for an upload. Fired before the answer that names it, so that the
 * bytes are kept when the name arrives. `name` is what the answer and the submission's part are called. Until the form is sent, an undo
 * may bring back the name of a file that was taken away.
 */
export class XfAttachEvent extends WorkEvent {
  readonly ref: string;
  readonly name: string;
  readonly file: File | undefined;

  constructor(ref: string, name: string, file: File | undefined) {
    super('xf-attach');
    this.ref = ref;
    this.name = name;
    this.file = file;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'xf-attach': XfAttachEvent;
  }
}
