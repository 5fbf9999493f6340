import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { CaseLanguageEvent } from '../events/case-language-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { fieldStyles } from '../shared/field.styles.ts';
import { icon } from '../shared/icon.ts';
import { INTERFACE_LANGUAGES } from '../strings/interface-languages.ts';
import { StringsController } from '../strings/strings-controller.ts';
import { caseLanguageStyles } from './case-language.styles.ts';

/**
 * @summary The switch between the languages of the interface, each under its own name. The language of the app and its forms is
 * another matter (`xf-languages`).
 *
 * @event case-language - The person chose a language.
 * @csspart base - Everything.
 * @csspart select - The native `select`.
 */
@customElement('case-language')
export class CaseLanguage extends LitElement {
  static override styles = [baseStyles, fieldStyles, caseLanguageStyles];

  private readonly localize = new StringsController(this);

  /** The code of the language that was chosen, or `''` for the one that fits the app. */
  @property() value = '';

  private readonly handleChange = (event: Event): void => {
    const select = event.currentTarget as HTMLSelectElement;
    this.dispatchEvent(new CaseLanguageEvent(select.value));
  };

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('select')?.focus(options);
  }

  protected override render(): TemplateResult {
    const text = this.localize.strings.app.interfaceLanguage;
    return html`<div part="base" class="language">
      ${icon('language')}
      <label class="visually-hidden" for="control">${text.label}</label>
      <select part="select" id="control" class="control" @change=${this.handleChange}>
        <option value="" .selected=${live(this.value === '')}>${text.automatic}</option>
        ${INTERFACE_LANGUAGES.map((language) => this.renderOption(language))}
      </select>
    </div>`;
  }

  private renderOption({ code, name }: (typeof INTERFACE_LANGUAGES)[number]): TemplateResult {
    return html`<option value=${code} lang=${code} .selected=${live(code === this.value)}>
      ${name}
    </option>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-language': CaseLanguage;
  }
}
