/**
 * The elements as React components: properties as props, events as `on…`.
 *
 * ```jsx
 * import { XfForm } from 'caseload/react';
 *
 * <XfForm src="visit.xml" onXfSubmit={(event) => event.waitUntil(send(event.xml))} />;
 * ```
 *
 * It needs the packages `react` and `@lit/react`.
 *
 * @packageDocumentation
 */
import { createComponent, type EventName } from '@lit/react';
import * as react from 'react';
import { CaseApp as CaseAppElement } from './case-app.ts';
import { CaseList as CaseListElement } from './case-list.ts';
import type { CaseLeaveEvent } from './elements/events/case-leave-event.ts';
import type { CaseListViewEvent } from './elements/events/case-list-view-event.ts';
import type { CaseProblemEvent } from './elements/events/case-problem-event.ts';
import type { CaseReadyEvent } from './elements/events/case-ready-event.ts';
import type { CaseSelectEvent } from './elements/events/case-select-event.ts';
import type { CaseSelectManyEvent } from './elements/events/case-select-many-event.ts';
import type { CaseSubmitEvent } from './elements/events/case-submit-event.ts';
import type { XfAnswerEvent } from './elements/events/xf-answer-event.ts';
import type { XfAttachEvent } from './elements/events/xf-attach-event.ts';
import type { XfBeforeSubmitEvent } from './elements/events/xf-before-submit-event.ts';
import type { XfChangeEvent } from './elements/events/xf-change-event.ts';
import type { XfCloseEvent } from './elements/events/xf-close-event.ts';
import type { XfCompleteEvent } from './elements/events/xf-complete-event.ts';
import type { XfDraftEvent } from './elements/events/xf-draft-event.ts';
import type { XfErrorEvent } from './elements/events/xf-error-event.ts';
import type { XfGotoEvent } from './elements/events/xf-goto-event.ts';
import type { XfInvalidEvent } from './elements/events/xf-invalid-event.ts';
import type { XfLanguageEvent } from './elements/events/xf-language-event.ts';
import type { XfPageEvent } from './elements/events/xf-page-event.ts';
import type { XfReadyEvent } from './elements/events/xf-ready-event.ts';
import type { XfRepeatAddEvent } from './elements/events/xf-repeat-add-event.ts';
import type { XfRepeatRemoveEvent } from './elements/events/xf-repeat-remove-event.ts';
import type { XfSentEvent } from './elements/events/xf-sent-event.ts';
import type { XfSubmitEvent } from './elements/events/xf-submit-event.ts';
import type { XfUndoEvent } from './elements/events/xf-undo-event.ts';
import { XfForm as XfFormElement } from './xf-form.ts';

/** `<xf-form>`: one form. */
export const XfForm = createComponent({
  react,
  tagName: 'xf-form',
  elementClass: XfFormElement,
  events: {
    onXfReady: 'xf-ready' as EventName<XfReadyEvent>,
    onXfError: 'xf-error' as EventName<XfErrorEvent>,
    onXfAnswer: 'xf-answer' as EventName<XfAnswerEvent>,
    onXfAttach: 'xf-attach' as EventName<XfAttachEvent>,
    onXfChange: 'xf-change' as EventName<XfChangeEvent>,
    onXfRepeatAdd: 'xf-repeat-add' as EventName<XfRepeatAddEvent>,
    onXfRepeatRemove: 'xf-repeat-remove' as EventName<XfRepeatRemoveEvent>,
    onXfLanguage: 'xf-language' as EventName<XfLanguageEvent>,
    onXfGoto: 'xf-goto' as EventName<XfGotoEvent>,
    onXfPage: 'xf-page' as EventName<XfPageEvent>,
    onXfInvalid: 'xf-invalid' as EventName<XfInvalidEvent>,
    onXfDraft: 'xf-draft' as EventName<XfDraftEvent>,
    onXfComplete: 'xf-complete' as EventName<XfCompleteEvent>,
    onXfBeforeSubmit: 'xf-before-submit' as EventName<XfBeforeSubmitEvent>,
    onXfSubmit: 'xf-submit' as EventName<XfSubmitEvent>,
    onXfUndo: 'xf-undo' as EventName<XfUndoEvent>,
    onXfSent: 'xf-sent' as EventName<XfSentEvent>,
    onXfClose: 'xf-close' as EventName<XfCloseEvent>,
  },
});

/** `<case-app>`: an app with its menus, lists and forms. */
export const CaseApp = createComponent({
  react,
  tagName: 'case-app',
  elementClass: CaseAppElement,
  events: {
    onCaseReady: 'case-ready' as EventName<CaseReadyEvent>,
    onCaseProblem: 'case-problem' as EventName<CaseProblemEvent>,
    onCaseSubmit: 'case-submit' as EventName<CaseSubmitEvent>,
    onCaseSelect: 'case-select' as EventName<CaseSelectEvent>,
    onCaseLeave: 'case-leave' as EventName<CaseLeaveEvent>,
  },
});

/** `<case-list>`: one list of an app. */
export const CaseList = createComponent({
  react,
  tagName: 'case-list',
  elementClass: CaseListElement,
  events: {
    onCaseReady: 'case-ready' as EventName<CaseReadyEvent>,
    onCaseProblem: 'case-problem' as EventName<CaseProblemEvent>,
    onCaseSelect: 'case-select' as EventName<CaseSelectEvent>,
    onCaseSelectMany: 'case-select-many' as EventName<CaseSelectManyEvent>,
    onCaseListView: 'case-list-view' as EventName<CaseListViewEvent>,
  },
});
