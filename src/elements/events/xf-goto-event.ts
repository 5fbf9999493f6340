import type { ControlNode } from '../../xforms/control-node.ts';
import { WorkEvent } from './work-event.ts';

/** The person chose a question, a group or a repeat in the outline or among the problems, to go to it. */
export class XfGotoEvent extends WorkEvent {
  readonly control: ControlNode;

  constructor(control: ControlNode) {
    super('xf-goto');
    this.control = control;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'xf-goto': XfGotoEvent;
  }
}
