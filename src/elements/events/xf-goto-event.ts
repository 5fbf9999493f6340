import type { ControlNode } from '../../xforms/control-node.ts';

/** The person chose a question, a group or a repeat in the outline or among the problems, to go to it. */
export class XfGotoEvent extends Event {
  readonly control: ControlNode;

  constructor(control: ControlNode) {
    super('xf-goto', { bubbles: true, composed: true });
    this.control = control;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'xf-goto': XfGotoEvent;
  }
}
