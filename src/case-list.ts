/**
 * `<case-list>` as a module of its own: a list of an app on any page.
 *
 * ```js
 * import 'caseload/case-list';
 * ```
 *
 * @packageDocumentation
 */
import { offerEmbedding } from './elements/case/embedding.ts';
import { offerLanguages } from './elements/strings/interface-languages.ts';

offerLanguages();
offerEmbedding(async () => (await import('./web/embedding.ts')).embedding());

export { CaseList } from './elements/case/case-list.ts';

// What it tells the page.
export { CaseReadyEvent } from './elements/events/case-ready-event.ts';
export { CaseProblemEvent } from './elements/events/case-problem-event.ts';
export { CaseSelectEvent } from './elements/events/case-select-event.ts';
export { CaseSelectManyEvent } from './elements/events/case-select-many-event.ts';
export { CaseListViewEvent } from './elements/events/case-list-view-event.ts';
export { WorkEvent } from './elements/events/work-event.ts';
export type { WorkIds } from './elements/events/work-event.ts';

// Look and language.
export { adoptTheme, setColorTheme } from './elements/theme/adopt-theme.ts';
export type { ColorTheme } from './elements/theme/adopt-theme.ts';
export { registerStrings } from './elements/strings/registry.ts';
export type { Strings } from './elements/strings/strings.ts';
