import { html, nothing, type TemplateResult } from 'lit';
import type { FormProblem } from '../../xforms/definition/form-parse-error.ts';
import { message } from '../shared/message.ts';
import type { Strings } from '../strings/strings.ts';
import type { HostedStage } from './form-host.ts';

/** A form is on its way. */
export function renderOpening(strings: Strings): TemplateResult {
  return html`<p part="opening" class="muted" role="status">${strings.form.loading}</p>`;
}

/** A form that cannot be opened: what that means for the person, and the places for whoever made the form. */
export function renderFailed(
  { file, problems }: HostedStage & { kind: 'failed' },
  strings: Strings,
  retry: () => void,
): TemplateResult {
  const body = html`<h2>${strings.form.formFault}</h2>
    <p>${strings.form.formFaultRemedy}</p>
    <details class="small">
      <summary>${strings.form.formFaultDetails}</summary>
      <ul dir="ltr">
        ${problems.map((problem) => html`<li>${placeOf(file, problem)}${problem.message}</li>`)}
      </ul>
    </details>
    <button type="button" class="button" @click=${retry}>${strings.form.tryAgain}</button>`;
  return html`<div part="failed" role="alert">${message('danger', body)}</div>`;
}

/** The page did not take the finished form, and says why. */
export function renderNotTaken(stage: HostedStage): unknown {
  const problem = stage.kind === 'entering' ? stage.problem : '';
  return html`<div part="not-taken" role="alert">
    ${problem === '' ? nothing : message('danger', html`<p>${problem}</p>`)}
  </div>`;
}

/** The page has the form. The message takes the focus, because the button that had it is gone. */
export function renderSent(strings: Strings): TemplateResult {
  return html`<div part="sent" tabindex="-1">
    <slot name="sent">${message('sent', html`<p>${strings.form.sent}</p>`)}</slot>
  </div>`;
}

function placeOf(file: string, { line, ref }: FormProblem): string {
  if (line === 0 && ref === undefined) return '';
  const place = line === 0 ? file : `${file}, line ${line}`;
  return `${ref === undefined ? place : `${place}, ${ref}`}: `;
}
