import { WorkEvent } from './work-event.ts';

/** A form that `<xf-form>` ran by itself was left unfinished; its draft has come before, in an `xf-draft`. */
export class XfCloseEvent extends WorkEvent {
  constructor() {
    super('xf-close');
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'xf-close': XfCloseEvent;
  }
}
