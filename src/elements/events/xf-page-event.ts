import type { ScreenAddress } from '../../xforms/screens.ts';
import { WorkEvent } from './work-event.ts';

/** The person has turned to another screen of a form that asks one question after the other; `'end'` is the review at its end. */
export class XfPageEvent extends WorkEvent {
  readonly page: ScreenAddress;

  constructor(page: ScreenAddress) {
    super('xf-page');
    this.page = page;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'xf-page': XfPageEvent;
  }
}
