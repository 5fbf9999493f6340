import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { MissingPart, orMissingPart } from '../../platform/missing-part.ts';
import type { FormText } from '../../xforms/definition/text-definition.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { dialogStyles } from '../shared/dialog.styles.ts';
import { icon } from '../shared/icon.ts';
import { richTextStyles } from '../shared/rich-text.styles.ts';
import { StringsController } from '../strings/strings-controller.ts';
import type { FormContext } from './form-context.ts';
import { renderMedia, renderWords } from './form-text.ts';
import { helpStyles } from './xf-help.styles.ts';

/**
 * @summary The help of a question: a button, and behind it a dialog with the words, pictures, sounds and films.
 *
 * @csspart help-button - Opens the dialog.
 * @csspart help - The dialog.
 */
@customElement('xf-help')
export class XfHelp extends LitElement {
  static override styles = [baseStyles, richTextStyles, buttonStyles, dialogStyles, helpStyles];

  private readonly words = new StringsController(this);

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  /** Its text is on the page only while it is read: so a form of a thousand helps stays small. */
  @state() private open = false;

  /** The help of the question. */
  @property({ attribute: false }) text!: FormText;

  /** What the elements of one form share. */
  @property({ attribute: false }) context!: FormContext;

  /** What the question is called. */
  @property() label = '';

  private readonly handleOpen = async (): Promise<void> => {
    this.open = true;
    await this.updateComplete;
    this.dialog?.showModal();
  };

  private readonly handleClose = (): void => {
    this.dialog?.close();
    this.open = false;
  };

  private readonly handleClosed = (): void => {
    this.open = false;
  };

  // A press beside the dialog is one on its backdrop, which belongs to it.
  private readonly handlePress = (event: Event): void => {
    if (event.target === this.dialog) this.handleClose();
  };

  protected override render(): TemplateResult {
    return html`<button
        part="help-button"
        type="button"
        class="link-button"
        aria-haspopup="dialog"
        @click=${this.handleOpen}
      >
        ${icon('info')}<span>${this.words.strings.form.help}</span>
        <span class="visually-hidden">${this.label}</span></button
      >${this.open ? this.renderDialog() : nothing}`;
  }

  private renderDialog(): unknown {
    return html`<dialog
      part="help"
      aria-labelledby="title"
      @click=${this.handlePress}
      @close=${this.handleClosed}
    >
      <h2 id="title">${this.label || this.words.strings.form.help}</h2>
      <div class="rich-text">${renderWords(this.text)}</div>
      ${renderMedia(this.text, this.context, this.words.strings.form.mediaMissing)}
      <div class="actions">
        <button type="button" class="button" autofocus @click=${this.handleClose}>
          ${this.closeWords}
        </button>
      </div>
    </dialog>`;
  }

  private get closeWords(): string {
    const words = orMissingPart(() => this.words.strings.control.close);
    if (!(words instanceof MissingPart)) return words;
    void words.fetch().then(() => this.requestUpdate());
    return '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-help': XfHelp;
  }
}
