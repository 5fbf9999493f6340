import { WorkEvent } from './work-event.ts';

/** The user deletes a draft, and has confirmed it. */
export class CaseDraftDeleteEvent extends WorkEvent {
  readonly id: string;

  constructor(id: string) {
    super('case-draft-delete');
    this.id = id;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-draft-delete': CaseDraftDeleteEvent;
  }
}
