import { WorkEvent } from './work-event.ts';

/** The person takes back what they did last, or does it again. */
export class XfUndoEvent extends WorkEvent {
  readonly direction: 'back' | 'forth';

  constructor(direction: 'back' | 'forth') {
    super('xf-undo');
    this.direction = direction;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'xf-undo': XfUndoEvent;
  }
}
