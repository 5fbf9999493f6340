/**
 * `<xf-form>` as a module of its own: it brings what every form needs and fetches the rest (`parts/`) when a form calls for it.
 *
 * ```js
 * import 'caseload/xf-form';
 * ```
 *
 * For a page with a bundler, or with a server that has the folder `dist/embed`. Where one file is wanted, `caseload.js` is that file.
 *
 * @packageDocumentation
 */
import { offerFormStorage } from './elements/form/form-storage.ts';
import { offerLanguages } from './elements/strings/interface-languages.ts';

offerLanguages();
offerFormStorage(async () => (await import('./storage/form-drafts.ts')).formDrafts);

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

// Who owns the cases that a form creates.
export type { FormOwnership } from './machines/run-lone-form.ts';

// Look and language.
export { adoptTheme, setColorTheme } from './elements/theme/adopt-theme.ts';
export type { ColorTheme } from './elements/theme/adopt-theme.ts';
export { registerStrings } from './elements/strings/registry.ts';
export type { Strings } from './elements/strings/strings.ts';
