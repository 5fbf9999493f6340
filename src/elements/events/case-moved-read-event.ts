/** The user has read which cases have moved away. */
export class CaseMovedReadEvent extends Event {
  readonly caseIds: readonly string[];

  constructor(caseIds: readonly string[]) {
    super('case-moved-read', { bubbles: true, composed: true });
    this.caseIds = caseIds;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-moved-read': CaseMovedReadEvent;
  }
}
