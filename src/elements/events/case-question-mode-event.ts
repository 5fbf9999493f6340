/** The person wants the questions of forms one by one, or all on one page. */
export class CaseQuestionModeEvent extends Event {
  readonly oneByOne: boolean;

  constructor(oneByOne: boolean) {
    super('case-question-mode', { bubbles: true, composed: true });
    this.oneByOne = oneByOne;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-question-mode': CaseQuestionModeEvent;
  }
}
