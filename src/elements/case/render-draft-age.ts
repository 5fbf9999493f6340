import { html, nothing, type TemplateResult } from 'lit';
import type { Strings } from '../strings/strings.ts';
import type { Draft } from './draft.ts';
import { fullTime, timeAgo } from './time-ago.ts';

/** When a draft was changed last, and how much of it is answered. */
export function renderDraftAge(
  { lastModified, answered }: Draft,
  now: Date,
  strings: Strings,
): TemplateResult {
  const text = strings.case.drafts;
  const percent = new Intl.NumberFormat(strings.code, { style: 'percent' });
  return html`<time datetime=${lastModified.toISOString()} title=${fullTime(lastModified, strings)}
      >${text.changed(timeAgo(lastModified, now, strings))}</time
    >${answered === undefined ? nothing : html` · ${text.answered(percent.format(answered))}`}`;
}
