/**
 * Caseload for embedding: importing this module registers `<xf-form>`, `<case-app>`, `<case-list>` and what they are made of.
 *
 * ```html
 * <script type="module" src="caseload.js"></script>
 * <xf-form src="visit.xml"></xf-form>
 * ```
 *
 * It needs no inline script and no inline style: a page may serve it under `script-src 'self'; style-src 'self'` with Trusted
 * Types (policy `lit-html`).
 *
 * @packageDocumentation
 */
import { offerEmbedding } from './elements/case/embedding.ts';
import { offerFormStorage } from './elements/form/form-storage.ts';
import { offerLanguages } from './elements/strings/interface-languages.ts';

offerFormStorage(async () => (await import('./storage/form-drafts.ts')).formDrafts);
offerEmbedding(async () => (await import('./web/embedding.ts')).embedding());
offerLanguages();

export { XfForm } from './elements/form/xf-form.ts';
export type { FormActor } from './elements/form/xf-form.ts';

// What a form that runs by itself tells the page.
export { XfSubmitEvent } from './elements/events/xf-submit-event.ts';
export { XfUndoEvent } from './elements/events/xf-undo-event.ts';
export type { SubmittedFile, SubmittedInstance } from './elements/events/xf-submit-event.ts';
export { XfReadyEvent } from './elements/events/xf-ready-event.ts';
export { XfErrorEvent } from './elements/events/xf-error-event.ts';
export { XfDraftEvent } from './elements/events/xf-draft-event.ts';

export { XfBeforeSubmitEvent } from './elements/events/xf-before-submit-event.ts';
export { XfSentEvent } from './elements/events/xf-sent-event.ts';
export { XfChangeEvent } from './elements/events/xf-change-event.ts';
export { XfPageEvent } from './elements/events/xf-page-event.ts';
export { XfInvalidEvent } from './elements/events/xf-invalid-event.ts';
export { XfCloseEvent } from './elements/events/xf-close-event.ts';
export { WorkEvent } from './elements/events/work-event.ts';
export type { WorkIds } from './elements/events/work-event.ts';
export type { FormStorage } from './elements/form/form-storage.ts';
export type { Prefill } from './xforms/prefill.ts';

// What the person does, for a page that runs the form itself.
export { XfAnswerEvent } from './elements/events/xf-answer-event.ts';
export { XfAttachEvent } from './elements/events/xf-attach-event.ts';
export { XfCompleteEvent } from './elements/events/xf-complete-event.ts';
export { XfGotoEvent } from './elements/events/xf-goto-event.ts';
export { XfLanguageEvent } from './elements/events/xf-language-event.ts';
export { XfRepeatAddEvent } from './elements/events/xf-repeat-add-event.ts';
export { XfRepeatRemoveEvent } from './elements/events/xf-repeat-remove-event.ts';

// Case work: an app with its menus, lists and forms, or one of its lists.
export { CaseApp } from './elements/case/case-app.ts';
export { CaseList } from './elements/case/case-list.ts';
export { CaseReadyEvent } from './elements/events/case-ready-event.ts';
export { CaseProblemEvent } from './elements/events/case-problem-event.ts';
export { CaseSubmitEvent } from './elements/events/case-submit-event.ts';
export { CaseSelectEvent } from './elements/events/case-select-event.ts';
export { CaseSelectManyEvent } from './elements/events/case-select-many-event.ts';
export { CaseListViewEvent } from './elements/events/case-list-view-event.ts';
export { CaseLeaveEvent } from './elements/events/case-leave-event.ts';

// The engine below the elements; it needs neither DOM nor network.
export { parseForm } from './xforms/definition/parse-form.ts';
export type { ParseFormOptions } from './xforms/definition/parse-form.ts';
export type { FormDefinition } from './xforms/definition/form-definition.ts';
export { FormParseError } from './xforms/definition/form-parse-error.ts';
export type { FormProblem } from './xforms/definition/form-parse-error.ts';
export { FormInstance } from './xforms/form-instance.ts';
export type { FormInstanceOptions } from './xforms/form-instance.ts';
export type { Edit, Refusal, Transaction, TransactionSource } from './xforms/transaction.ts';
export type { Environment } from './xforms/environment.ts';
export { instancesFromTexts } from './xforms/secondary/instances-from-texts.ts';
export { platformEnvironment } from './platform/platform-environment.ts';
export { XmlParseError } from './xml/xml-parse-error.ts';

// Who owns the cases that a form creates.
export { readOwnerPlan } from './case/ownership/read-owner-plan.ts';
export type { FormOwnership } from './machines/run-lone-form.ts';
export type { OwnerCandidate } from './case/ownership/owner-candidate.ts';
export type { OwnerPlan } from './case/ownership/owner-resolution.ts';

// Look and language.
export { adoptTheme, setColorTheme } from './elements/theme/adopt-theme.ts';
export type { ColorTheme } from './elements/theme/adopt-theme.ts';
export { registeredStrings, registerStrings, stringsFor } from './elements/strings/registry.ts';
export type { Strings } from './elements/strings/strings.ts';
export { en } from './elements/strings/en.ts';
export { fr } from './elements/strings/fr.ts';
