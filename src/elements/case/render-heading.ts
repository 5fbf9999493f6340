import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../shared/icon.ts';
import type { Strings } from '../strings/strings.ts';
import type { ShownOwner } from './shown-owner.ts';
import type { Subject } from './subject.ts';

/** The heading of a page: whose page it is, then what is done there; or only that. `pageStyles` gives it its look. */
export function renderHeading(
  title: string,
  subject: Subject | undefined,
  strings: Strings,
): TemplateResult {
  if (subject === undefined) return html`<h1 tabindex="-1" dir="auto">${title}</h1>`;
  return html`<div class="heading-line">
      <h1 tabindex="-1" dir="auto">${subject.caseName}</h1>
      ${renderOwner(subject.owner, strings)}
    </div>
    <p class="heading-title" dir="auto">${title}</p>`;
}

/** Who owns a case and who shares it, in one small line. */
export function renderOwner(owner: ShownOwner | undefined, strings: Strings): unknown {
  const text = strings.case.detail;
  if (owner === undefined) return nothing;
  return html`<p class="owner muted">
    ${icon('people')}<span
      >${owner.name === '' ? text.nobody : text.owner(owner.name, owner.people)}</span
    >
  </p>`;
}
