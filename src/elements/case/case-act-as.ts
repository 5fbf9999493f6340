import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { CaseActAsEvent } from '../events/case-act-as-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { fieldStyles } from '../shared/field.styles.ts';
import { icon } from '../shared/icon.ts';
import { StringsController } from '../strings/strings-controller.ts';
import { caseSignInAgainStyles } from './case-sign-in-again.styles.ts';

/**
 * @summary Lets an administrator work as another user, to see what that user sees; and ends it.
 * @event {CaseActAsEvent} case-act-as - The administrator has named the user, or ends it.
 * @csspart base - The button.
 */
@customElement('case-act-as')
export class CaseActAs extends LitElement {
  static override styles = [baseStyles, buttonStyles, fieldStyles, caseSignInAgainStyles];

  private readonly localize = new StringsController(this);

  @query('dialog') private dialog!: HTMLDialogElement;
  @query('input') private input!: HTMLInputElement;

  @state() private missing = false;

  /** What the administrator who works as somebody else just now is called; `''` when nobody does. */
  @property({ attribute: 'acted-by' }) actedBy = '';

  private handleOpen(): void {
    this.missing = false;
    this.dialog.showModal();
  }

  private handleClose(): void {
    this.dialog.close();
  }

  private handleEnd(): void {
    this.dispatchEvent(new CaseActAsEvent(undefined));
  }

  private handleSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const username = this.input.value.trim();
    this.missing = username === '';
    if (this.missing) return this.input.focus();
    this.dialog.close();
    this.dispatchEvent(new CaseActAsEvent(username));
  }

  override render(): TemplateResult {
    const text = this.localize.strings.app.actAs;
    if (this.actedBy !== '') {
      return html`<button part="base" class="button compact" type="button" @click=${this.handleEnd}>
        ${text.end(this.actedBy)}
      </button>`;
    }
    return html`<button
        part="base"
        class="button quiet compact"
        type="button"
        @click=${this.handleOpen}
      >
        ${text.open}
      </button>
      ${this.renderDialog()}`;
  }

  private renderDialog(): TemplateResult {
    const { app, case: texts } = this.localize.strings;
    return html`<dialog aria-labelledby="title">
      <h2 id="title">${app.actAs.title}</h2>
      <p>${app.actAs.meaning}</p>
      <form novalidate @submit=${this.handleSubmit}>
        <div class="field">
          <label class="label" for="username">${texts.signIn.username}</label>
          ${
            this.missing
              ? html`<p id="error" class="field-error">
                  ${icon('error')}<span>${app.actAs.missing}</span>
                </p>`
              : ''
          }
          <input
            id="username"
            class="control"
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            dir="auto"
            aria-invalid=${this.missing ? 'true' : 'false'}
            aria-describedby=${this.missing ? 'error' : ''}
          />
        </div>
        <div class="actions">
          <button class="button primary" type="submit">${app.actAs.submit}</button>
          <button class="button" type="button" @click=${this.handleClose}>${app.later}</button>
        </div>
      </form>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-act-as': CaseActAs;
  }
}
