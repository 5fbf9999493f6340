import { WorkEvent } from './work-event.ts';

/** The person wants the questions of forms one by one, or all on one page. */
export class CaseQuestionModeEvent extends WorkEvent {
  readonly oneByOne: boolean;

  constructor(oneByOne: boolean) {
    super('case-question-mode');
    this.oneByOne = oneByOne;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-question-mode': CaseQuestionModeEvent;
  }
}
