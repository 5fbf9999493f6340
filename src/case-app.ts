/**
 * `<case-app>` as a module of its own: an app with its menus, lists and forms on any page.
 *
 * ```js
 * import 'caseload/case-app';
 * ```
 *
 * What it keeps, it keeps in this browser; finished forms come to the page by `case-submit`.
 *
 * @packageDocumentation
 */
import { offerEmbedding } from './elements/case/embedding.ts';
import { offerLanguages } from './elements/strings/interface-languages.ts';

offerLanguages();
offerEmbedding(async () => (await import('./web/embedding.ts')).embedding());

export { CaseApp } from './elements/case/case-app.ts';

// What it tells the page.
export { CaseReadyEvent } from './elements/events/case-ready-event.ts';
export { CaseProblemEvent } from './elements/events/case-problem-event.ts';
export { CaseSubmitEvent } from './elements/events/case-submit-event.ts';
export { CaseSelectEvent } from './elements/events/case-select-event.ts';
export { CaseLeaveEvent } from './elements/events/case-leave-event.ts';
export { WorkEvent } from './elements/events/work-event.ts';
export type { WorkIds } from './elements/events/work-event.ts';
export type { SubmittedFile, SubmittedInstance } from './elements/events/xf-submit-event.ts';

// Look and language.
export { adoptTheme, setColorTheme } from './elements/theme/adopt-theme.ts';
export type { ColorTheme } from './elements/theme/adopt-theme.ts';
export { registerStrings } from './elements/strings/registry.ts';
export type { Strings } from './elements/strings/strings.ts';
