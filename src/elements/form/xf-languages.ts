import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { XfLanguageEvent } from '../events/xf-language-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { fieldStyles } from '../shared/field.styles.ts';
import { StringsController } from '../strings/strings-controller.ts';
import { languageName, languageTag } from './form-language.ts';
import { languagesStyles } from './xf-languages.styles.ts';

/**
 * @summary The switch between the languages of a form, each under its own name. With fewer than two it shows nothing.
 *
 * @event xf-language - The person chose a language.
 * @csspart base - Everything.
 * @csspart label - The word before it.
 * @csspart select - The native `select`.
 */
@customElement('xf-languages')
export class XfLanguages extends LitElement {
  static override styles = [baseStyles, fieldStyles, languagesStyles];

  private readonly words = new StringsController(this);

  /** The languages as the form names them. */
  @property({ attribute: false }) languages: readonly string[] = [];

  /** The one that is in use. */
  @property() value = '';

  private readonly handleChange = (event: Event): void => {
    const select = event.currentTarget as HTMLSelectElement;
    this.dispatchEvent(new XfLanguageEvent(select.value));
  };

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('select')?.focus(options);
  }

  protected override render(): unknown {
    if (this.languages.length < 2) return nothing;
    return html`<div part="base" class="languages">
      <label part="label" for="control" class="small muted"
        >${this.words.strings.form.language}</label
      >
      <select part="select" id="control" class="control" @change=${this.handleChange}>
        ${this.languages.map((language) => this.renderOption(language))}
      </select>
    </div>`;
  }

  private renderOption(language: string): unknown {
    return html`<option
      value=${language}
      lang=${languageTag(language) || nothing}
      .selected=${live(language === this.value)}
    >
      ${languageName(language)}
    </option>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-languages': XfLanguages;
  }
}
