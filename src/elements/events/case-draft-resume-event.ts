import { WorkEvent } from './work-event.ts';

/** The user goes on with a draft. */
export class CaseDraftResumeEvent extends WorkEvent {
  readonly id: string;

  constructor(id: string) {
    super('case-draft-resume');
    this.id = id;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-draft-resume': CaseDraftResumeEvent;
  }
}
