import { html, type TemplateResult } from 'lit';
import type { Strings } from '../strings/strings.ts';
import type { DraftChange } from './draft.ts';

/** More are only counted: a case that was worked on for weeks has changed in many places. */
const LISTED = 8;

/** What has changed since a form was begun, to be opened by those who want to know. */
export function renderDraftChanges(
  changes: readonly DraftChange[],
  strings: Strings,
): TemplateResult {
  const text = strings.case.drafts;
  const more = changes.length - LISTED;
  return html`<details class="small changes">
    <summary>${text.changedSince}</summary>
    <ul>
      ${changes.slice(0, LISTED).map((change) => html`<li dir="auto">${text.change(change)}</li>`)}
      ${more > 0 ? html`<li>${text.moreChanges(more)}</li>` : ''}
    </ul>
  </details>`;
}
