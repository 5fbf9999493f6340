import { WorkEvent } from './work-event.ts';

/** The user has read which cases have moved away: `caseIds`. */
export class CaseMovedReadEvent extends WorkEvent {
  readonly #caseIds: readonly string[];

  constructor(caseIds: readonly string[]) {
    super('case-moved-read');
    this.#caseIds = caseIds;
  }

  override get caseIds(): readonly string[] {
    return this.#caseIds;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-moved-read': CaseMovedReadEvent;
  }
}
