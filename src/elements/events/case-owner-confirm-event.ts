import { WorkEvent } from './work-event.ts';

/** The user has seen who will see the cases of a form, and lets it go. */
export class CaseOwnerConfirmEvent extends WorkEvent {
  constructor() {
    super('case-owner-confirm');
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-owner-confirm': CaseOwnerConfirmEvent;
  }
}
