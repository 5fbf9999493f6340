import { WorkEvent } from './work-event.ts';

/** The user says to whom a new case belongs: the id of a group or location. */
export class CaseOwnerChooseEvent extends WorkEvent {
  readonly ownerId: string;

  constructor(ownerId: string) {
    super('case-owner-choose');
    this.ownerId = ownerId;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-owner-choose': CaseOwnerChooseEvent;
  }
}
