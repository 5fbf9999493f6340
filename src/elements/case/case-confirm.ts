import { LitElement, html, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { caseConfirmStyles } from './case-confirm.styles.ts';

/**
 * @summary Asks once before something is destroyed. Escape and the first button keep it.
 * @csspart base - The dialog.
 */
@customElement('case-confirm')
export class CaseConfirm extends LitElement {
  static override styles = [baseStyles, buttonStyles, caseConfirmStyles];

  @query('dialog') private dialog!: HTMLDialogElement;

  /** What would happen, as a question. */
  @property() heading = '';

  /** What it means. */
  @property() body = '';

  /** The verb on the button that does it. */
  @property() confirm = '';

  /** The words on the button that does not. */
  @property() cancel = '';

  private answer: ((confirmed: boolean) => void) | undefined;

  // Only Escape comes here with an answer still owed. A page in the background hears of a closing late: not of this opening, then.
  private handleClose(): void {
    if (!this.dialog.open) this.finish(false);
  }

  private finish(confirmed: boolean): void {
    const { answer } = this;
    this.answer = undefined;
    if (this.dialog.open) this.dialog.close();
    answer?.(confirmed);
  }

  /** Opens the dialog; true when the user confirmed. The focus returns by itself to where it was. */
  async ask(): Promise<boolean> {
    await this.updateComplete;
    this.finish(false);
    this.dialog.showModal();
    return new Promise((resolve) => (this.answer = resolve));
  }

  override render(): TemplateResult {
    return html`<dialog
      part="base"
      aria-labelledby="heading"
      aria-describedby="body"
      @close=${this.handleClose}
    >
      <h2 id="heading">${this.heading}</h2>
      <p id="body">${this.body}</p>
      <div class="actions">
        <button class="button" type="button" autofocus @click=${() => this.finish(false)}>
          ${this.cancel}
        </button>
        <button class="button danger" type="button" @click=${() => this.finish(true)}>
          ${this.confirm}
        </button>
      </div>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-confirm': CaseConfirm;
  }
}
