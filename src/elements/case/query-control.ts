import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import {
  includesBlank,
  queryAnswer,
  queryRange,
  queryValues,
  rangeAnswer,
  withBlank,
} from '../../suite/query-values.ts';
import type { QueryField } from '../../suite/screen.ts';
import type { CaseStrings } from '../strings/case-strings.ts';

/** A prompt as it is shown. `describedBy` names what is said about it; `onAnswer` gets each answer when it is complete. */
export interface QueryControl {
  readonly field: QueryField;
  readonly id: string;
  readonly describedBy: string;
  readonly text: CaseStrings['query'];
  readonly invalid: boolean;
  /** Words that are being typed and are no answer yet. */
  readonly typed: string | undefined;
  readonly onType: (words: string) => void;
  readonly onAnswer: (value: string) => void;
}

/** The answer to a prompt that words make: whether it also looks for what has no value stays. */
export function textAnswer({ value, allowsBlank }: QueryField, words: string): string {
  const text = words.trim();
  return allowsBlank === true ? withBlank(text, includesBlank(value)) : text;
}

/** True for a prompt of several controls, which needs a legend in place of a label. */
export function isGroupOfControls({ input }: QueryField): boolean {
  return input === 'select' || input === 'checkbox' || input === 'daterange';
}

/** The control of a prompt: native ones all, so that keyboard and screen reader know them. */
export function renderQueryControl(control: QueryControl): TemplateResult {
  const { field, onAnswer } = control;
  if (field.allowsBlank !== true) return renderValueControl(control);
  const blank = includesBlank(field.value);
  const valued = {
    ...control,
    field: { ...field, value: withBlank(field.value, false) },
    onAnswer: (value: string) => onAnswer(withBlank(value, blank)),
  };
  return html`${renderValueControl(valued)}${renderBlank(control, blank)}`;
}

/** Whether those are found, too, of whom nothing is known here. */
function renderBlank({ field, text, onAnswer }: QueryControl, blank: boolean): TemplateResult {
  return html`<label class="choice blank">
    <input
      type="checkbox"
      .checked=${live(blank)}
      @change=${() => onAnswer(withBlank(field.value, !blank))}
    />
    <span>${text.blankToo}</span>
  </label>`;
}

function renderValueControl(control: QueryControl): TemplateResult {
  switch (control.field.input) {
    case 'select1':
      return renderChoice(control);
    case 'select':
    case 'checkbox':
      return renderChoices(control);
    case 'date':
      return renderDate(control);
    case 'daterange':
      return renderRange(control);
    default:
      return renderText(control);
  }
}

function renderText(control: QueryControl): TemplateResult {
  const { field, id, describedBy, invalid, typed, onType, onAnswer } = control;
  return html`<input
    id=${id}
    class="control"
    type="text"
    dir="auto"
    autocomplete=${field.input === 'address' ? 'street-address' : 'off'}
    aria-required=${String(field.required)}
    aria-invalid=${invalid ? 'true' : nothing}
    aria-describedby=${describedBy || nothing}
    .value=${live(typed ?? field.value)}
    @input=${(event: InputEvent) => onType((event.target as HTMLInputElement).value)}
    @change=${(event: Event) => onAnswer(valueOf(event))}
  />`;
}

function renderDate(control: QueryControl): TemplateResult {
  const { field, id, describedBy, invalid, onAnswer } = control;
  return html`<input
    id=${id}
    class="control"
    type="date"
    aria-required=${String(field.required)}
    aria-invalid=${invalid ? 'true' : nothing}
    aria-describedby=${describedBy || nothing}
    .value=${live(field.value)}
    @change=${(event: Event) => onAnswer(valueOf(event))}
  />`;
}

function renderChoice(control: QueryControl): TemplateResult {
  const { field, id, describedBy, invalid, text, onAnswer } = control;
  return html`<select
    id=${id}
    class="control"
    aria-required=${String(field.required)}
    aria-invalid=${invalid ? 'true' : nothing}
    aria-describedby=${describedBy || nothing}
    @change=${(event: Event) => onAnswer(valueOf(event))}
  >
    <option value="" .selected=${field.value === ''}>
      ${field.required ? text.choose : text.any}
    </option>
    ${field.choices.map(
      ({ value, label }) =>
        html`<option value=${value} .selected=${value === field.value}>${label}</option>`,
    )}
  </select>`;
}

function renderChoices({ field, onAnswer, text }: QueryControl): TemplateResult {
  const chosen = queryValues(field.value);
  if (field.choices.length === 0) return html`<p class="hint">${text.noChoices}</p>`;
  const toggle = (value: string) =>
    chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value];
  return html`<div class="choices">
    ${field.choices.map(
      ({ value, label }) =>
        html`<label class="choice">
          <input
            type="checkbox"
            .checked=${live(chosen.includes(value))}
            @change=${() => onAnswer(queryAnswer(toggle(value)))}
          />
          <span dir="auto">${label}</span>
        </label>`,
    )}
  </div>`;
}

function renderRange(control: QueryControl): TemplateResult {
  const { field, id, invalid, text, onAnswer } = control;
  const [first, last] = queryRange(field.value) ?? ['', ''];
  const day = (part: 'first' | 'last', value: string, change: (value: string) => string) =>
    html`<div class="field">
      <label class="part" for="${id}-${part}">${part === 'first' ? text.from : text.to}</label>
      <input
        id="${id}-${part}"
        class="control"
        type="date"
        aria-invalid=${invalid ? 'true' : nothing}
        .value=${live(value)}
        @change=${(event: Event) => onAnswer(change(valueOf(event)))}
      />
    </div>`;
  return html`<div class="range">
    ${day('first', first, (value) => rangeAnswer(value, last))}
    ${day('last', last, (value) => rangeAnswer(first, value))}
  </div>`;
}

function valueOf({ target }: Event): string {
  return (target as HTMLInputElement | HTMLSelectElement).value.trim();
}
