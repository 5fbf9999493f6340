import type { AppSessionEvent } from '../../machines/app-session.ts';
import type { CaseActEvent } from '../events/case-act-event.ts';
import type { CaseAnswerPromptsEvent } from '../events/case-answer-prompts-event.ts';
import type { CaseContinueEvent } from '../events/case-continue-event.ts';
import type { CaseFollowCellEvent } from '../events/case-follow-cell-event.ts';
import type { CaseRetryEvent } from '../events/case-retry-event.ts';
import type { CaseSearchEvent } from '../events/case-search-event.ts';
import type { CaseSelectEvent } from '../events/case-select-event.ts';
import type { CaseSelectManyEvent } from '../events/case-select-many-event.ts';
import type { CaseSignInEvent } from '../events/case-sign-in-event.ts';

interface StepEvents {
  'case-act': CaseActEvent;
  'case-answer-prompts': CaseAnswerPromptsEvent;
  'case-continue': CaseContinueEvent;
  'case-follow-cell': CaseFollowCellEvent;
  'case-retry': CaseRetryEvent;
  'case-search': CaseSearchEvent;
  'case-select': CaseSelectEvent;
  'case-select-many': CaseSelectManyEvent;
  'case-sign-in': CaseSignInEvent;
}

/** What a person does on a page that means one step of the session, and nothing for the page itself. */
export type StepEvent = StepEvents[keyof StepEvents];

const STEPS: { readonly [Type in keyof StepEvents]: (event: StepEvents[Type]) => AppSessionEvent } =
  {
    'case-act': ({ index }) => ({ type: 'act', index }),
    'case-answer-prompts': ({ answers }) => ({ type: 'answerPrompts', answers }),
    'case-continue': () => ({ type: 'continue' }),
    'case-follow-cell': ({ column, id }) => ({ type: 'followCell', column, id }),
    'case-retry': () => ({ type: 'retry' }),
    'case-search': () => ({ type: 'search' }),
    'case-select': ({ id }) => ({ type: 'select', id }),
    'case-select-many': ({ ids }) => ({ type: 'selectMany', ids }),
    'case-sign-in': ({ username, password }) => ({ type: 'signIn', username, password }),
  };

/** The same step in the words of the session's machine. */
export function sessionEventOf(event: StepEvent): AppSessionEvent {
  // The table has for each type of event what takes it.
  const step = STEPS[event.type as keyof StepEvents] as (event: StepEvent) => AppSessionEvent;
  return step(event);
}
