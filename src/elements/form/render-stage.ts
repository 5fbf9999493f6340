import { html, nothing, type TemplateResult } from 'lit';
import type { StringsController } from '../strings/strings-controller.ts';
import type { FormProblem } from '../../xforms/definition/form-parse-error.ts';
import { message } from '../shared/message.ts';
import type { Strings } from '../strings/strings.ts';
import type { HostedStage } from './form-host.ts';
import type { KeptSession } from './kept-session.ts';

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

/** What the person can do about answers of an earlier time. */
export interface KeptChoices {
  startAgain(): void;
  goBack(): void;
}

/** Earlier answers are here again without having been asked for; or they were put aside, and can be brought again. */
export function renderKept(
  kept: KeptSession,
  { strings, lang }: StringsController,
  { startAgain, goBack }: KeptChoices,
): unknown {
  const { form } = strings;
  if (kept.hasAside) return renderChoice(form.startedAgain, form.undo, goBack);
  if (kept.wasDamaged) return renderTold(message('note', html`<p>${form.keptDamaged}</p>`));
  if (!kept.wasFound || kept.saved === undefined) return nothing;
  const when = new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short' });
  return renderChoice(form.goneOn(when.format(kept.saved.savedAt)), form.startAgain, startAgain);
}

function renderChoice(told: string, words: string, press: () => void): TemplateResult {
  const button = html`<button type="button" class="button quiet compact" @click=${press}>
    ${words}
  </button>`;
  const body = html`<p>${told}</p>
    ${button}`;
  return renderTold(message('note', body));
}

function renderTold(told: TemplateResult): TemplateResult {
  return html`<div part="kept" role="status">${told}</div>`;
}

/** When the answers were last kept on this computer. */
export function renderSaved(stage: HostedStage, { strings, lang }: StringsController): unknown {
  if (stage.kind !== 'entering' || stage.savedAt === undefined) return nothing;
  const time = new Intl.DateTimeFormat(lang, { timeStyle: 'short' });
  return html`<span part="saved" class="muted" role="status"
    >${strings.form.saved(time.format(stage.savedAt))}</span
  >`;
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
