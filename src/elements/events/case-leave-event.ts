import { WorkEvent } from './work-event.ts';

/**
 * The user follows a link of the app to another address. Cancelled, the page stays: the host does what it likes with `url`.
 */
export class CaseLeaveEvent extends WorkEvent {
  readonly url: string;

  constructor(url: string) {
    super('case-leave', { cancelable: true });
    this.url = url;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-leave': CaseLeaveEvent;
  }
}
