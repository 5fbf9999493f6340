import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { UserField } from '../../project/user-field.ts';
import { checkField, linesField, linesOf, textField, XML_NAME } from './admin-fields.ts';
import { AdminPage } from './admin-page.ts';

const NO_FIELD: UserField = { name: '', label: '', required: false, choices: [] };

/**
 * @summary What the project wants to know of its people, beside their names.
 * @event {AdminChangeEvent} admin-change - The administrator saves the list.
 * @csspart base - The page.
 */
@customElement('admin-user-fields')
export class AdminUserFields extends AdminPage {
  /** The fields while they are edited; `undefined` while they are as they were. */
  @state() private edited: readonly UserField[] | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('project')) this.edited = undefined;
  }

  private get fields(): readonly UserField[] {
    return this.edited ?? this.project.state.userFields;
  }

  /** What stands in the form now. */
  private typed(): UserField[] {
    const data = new FormData(this.renderRoot.querySelector('form') as HTMLFormElement);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    return this.fields.map((_, at) => ({
      name: text(`name-${at}`),
      label: text(`label-${at}`),
      required: data.has(`required-${at}`),
      choices: linesOf(text(`choices-${at}`)),
    }));
  }

  private handleSave(event: SubmitEvent): void {
    event.preventDefault();
    const { text } = this;
    this.save([{ kind: 'userFields.set', fields: this.typed() }], text.saved(text.sections.fields));
  }

  override render(): TemplateResult {
    const { text, fields } = this;
    return html`<div part="base" class="page">
      <h1 tabindex="-1">${text.sections.fields}</h1>
      <p>${text.fields.hint}</p>
      <form @submit=${this.handleSave}>
        ${fields.length === 0 ? html`<p class="empty">${text.none}</p>` : nothing}
        ${fields.map((field, at) => this.renderField(field, at))}
        <div class="actions">
          <button
            class="button"
            type="button"
            @click=${() => (this.edited = [...this.typed(), NO_FIELD])}
          >
            ${text.fields.add}
          </button>
        </div>
        <div class="actions">
          <button class="button primary" type="submit">${text.save}</button>
        </div>
      </form>
    </div>`;
  }

  private renderField(field: UserField, at: number): TemplateResult {
    const { text } = this;
    const title = text.fields.field(at + 1);
    return html`<fieldset class="item">
      <legend>${title}</legend>
      <div class="pair">
        ${textField({ name: `label-${at}`, label: text.fields.label, value: field.label, required: true })}
        ${textField({
          name: `name-${at}`,
          label: text.fields.name,
          hint: text.fields.nameHint,
          value: field.name,
          required: true,
          pattern: XML_NAME,
        })}
      </div>
      ${linesField(`choices-${at}`, text.fields.choices, text.fields.choicesHint, field.choices)}
      ${checkField(`required-${at}`, text.fields.required, field.required)}
      <div class="actions">
        <button
          class="button quiet compact"
          type="button"
          aria-label=${text.removeOf(field.label || title)}
          @click=${() => (this.edited = this.typed().toSpliced(at, 1))}
        >
          ${text.remove}
        </button>
      </div>
    </fieldset>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'admin-user-fields': AdminUserFields;
  }
}
