import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { StringsController } from '../strings/strings-controller.ts';
import { caseSignInAgainStyles } from './case-sign-in-again.styles.ts';
import './case-sign-in.ts';

/**
 * @summary Asks somebody whose session has ended to sign in again, over the page as it is. It opens when `ask` is called and closes
 * when it is not `needed` any more.
 * @event {CaseSignInEvent} case-sign-in - The user signs in again.
 * @csspart base - The dialog.
 */
@customElement('case-sign-in-again')
export class CaseSignInAgain extends LitElement {
  static override styles = [baseStyles, buttonStyles, caseSignInAgainStyles];

  private readonly localize = new StringsController(this);

  @query('dialog') private dialog!: HTMLDialogElement;

  /** As long as the server wants it. */
  @property({ type: Boolean }) needed = false;

  /** While the server is asked. */
  @property({ type: Boolean }) busy = false;

  /** Who was signed in. */
  @property() username = '';

  /** Why signing in failed, as a sentence; `''` when it did not. */
  @property() error = '';

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('needed') && !this.needed) this.dialog.close();
  }

  private handleLater(): void {
    this.dialog.close();
  }

  /** Opens the dialog. */
  ask(): void {
    if (!this.dialog.open) this.dialog.showModal();
  }

  override render(): TemplateResult {
    const text = this.localize.strings.app;
    return html`<dialog part="base" aria-label=${text.signInAgain}>
      <p>${text.sessionEnded}</p>
      <case-sign-in
        .username=${this.username}
        .busy=${this.busy}
        .error=${this.error}
      ></case-sign-in>
      <button class="button quiet" type="button" @click=${this.handleLater}>${text.later}</button>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-sign-in-again': CaseSignInAgain;
  }
}
