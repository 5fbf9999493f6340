import type { QueryAnswers } from '../../suite/query-datum.ts';

/** The user answered prompts of a search: the new answers by key. */
export class CaseAnswerPromptsEvent extends Event {
  readonly answers: QueryAnswers;

  constructor(answers: QueryAnswers) {
    super('case-answer-prompts', { bubbles: true, composed: true });
    this.answers = answers;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-answer-prompts': CaseAnswerPromptsEvent;
  }
}
