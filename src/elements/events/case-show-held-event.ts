import { WorkEvent } from './work-event.ts';

/** What is held on this computer: finished forms that are not sent, or unfinished ones. */
export type HeldKind = 'outbox' | 'drafts';

/** The user wants to see what is held on this computer. */
export class CaseShowHeldEvent extends WorkEvent {
  readonly kind: HeldKind;

  constructor(kind: HeldKind) {
    super('case-show-held');
    this.kind = kind;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-show-held': CaseShowHeldEvent;
  }
}
