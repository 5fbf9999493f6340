import { html, nothing, type TemplateResult } from 'lit';

/** One line of text. */
export interface TextField {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly readonly?: boolean;
  /** A regular expression that the whole value has to match. */
  readonly pattern?: string;
  readonly type?: 'text' | 'password';
  readonly minLength?: number;
}

export function textField(field: TextField): TemplateResult {
  const hintId = field.hint === undefined ? nothing : `${field.name}-hint`;
  return html`<div class="field">
    <label class="label" for=${field.name}>${field.label}</label>
    ${field.hint === undefined ? nothing : html`<p id=${hintId} class="hint">${field.hint}</p>`}
    <input
      id=${field.name}
      name=${field.name}
      class="control"
      type=${field.type ?? 'text'}
      autocomplete=${field.type === 'password' ? 'new-password' : 'off'}
      .value=${field.value}
      ?required=${field.required ?? false}
      ?readonly=${field.readonly ?? false}
      pattern=${field.pattern ?? nothing}
      minlength=${field.minLength ?? nothing}
      aria-describedby=${hintId}
    />
  </div>`;
}

/** What the code of something may look like. */
export const WORD = '[a-z0-9][a-z0-9._\\-]*';

/** What the name of a column or of a datum may look like. */
export const XML_NAME = '[A-Za-z_][A-Za-z0-9_.\\-]*';

/** Something that is switched on or off. */
export function checkField(
  name: string,
  label: string,
  checked: boolean,
  { value = 'on', hint }: { readonly value?: string; readonly hint?: string } = {},
): TemplateResult {
  const id = `${name}-${value}`;
  const hintId = hint === undefined ? nothing : `${id}-hint`;
  return html`<div class="check">
    <input
      type="checkbox"
      id=${id}
      name=${name}
      .value=${value}
      .checked=${checked}
      aria-describedby=${hintId}
    />
    <label for=${id} dir="auto">${label}</label>
    ${hint === undefined ? nothing : html`<p id=${hintId} class="hint">${hint}</p>`}
  </div>`;
}

/** Several lines of text. */
export function linesField(
  name: string,
  label: string,
  hint: string,
  lines: readonly string[],
): TemplateResult {
  return html`<div class="field">
    <label class="label" for=${name}>${label}</label>
    <p id="${name}-hint" class="hint">${hint}</p>
    <textarea
      id=${name}
      name=${name}
      class="control"
      rows="3"
      .value=${lines.join('\n')}
      aria-describedby="${name}-hint"
    ></textarea>
  </div>`;
}

/** One of several; `options` are values and what people read. */
export function choiceField(
  name: string,
  label: string,
  value: string,
  options: readonly (readonly [value: string, text: string])[],
  { required = false, hint }: { readonly required?: boolean; readonly hint?: string } = {},
): TemplateResult {
  const hintId = hint === undefined ? nothing : `${name}-hint`;
  return html`<div class="field">
    <label class="label" for=${name}>${label}</label>
    ${hint === undefined ? nothing : html`<p id=${hintId} class="hint">${hint}</p>`}
    <select
      id=${name}
      name=${name}
      class="control"
      ?required=${required}
      aria-describedby=${hintId}
    >
      ${options.map(
        ([option, text]) =>
          html`<option value=${option} ?selected=${option === value}>${text}</option>`,
      )}
    </select>
  </div>`;
}

/** The lines of a field of several, without those that are empty. */
export function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '');
}

/** What the fields of a form hold when it is submitted. */
export function readFields(event: SubmitEvent): {
  readonly text: (name: string) => string;
  readonly isOn: (name: string) => boolean;
  readonly all: (name: string) => readonly string[];
} {
  event.preventDefault();
  const data = new FormData(event.target as HTMLFormElement);
  return {
    text: (name) => String(data.get(name) ?? '').trim(),
    isOn: (name) => data.has(name),
    all: (name) => data.getAll(name).map(String),
  };
}
