import { WorkEvent } from './work-event.ts';

/** An administrator works as another user from here on; without a name, as themselves again. */
export class CaseActAsEvent extends WorkEvent {
  readonly username: string | undefined;

  constructor(username: string | undefined) {
    super('case-act-as');
    this.username = username;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-act-as': CaseActAsEvent;
  }
}
