import type { QueryAnswers } from '../../suite/query-datum.ts';
import { WorkEvent } from './work-event.ts';

/** The user answered prompts of a search: the new answers by key. */
export class CaseAnswerPromptsEvent extends WorkEvent {
  readonly answers: QueryAnswers;

  constructor(answers: QueryAnswers) {
    super('case-answer-prompts');
    this.answers = answers;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-answer-prompts': CaseAnswerPromptsEvent;
  }
}
