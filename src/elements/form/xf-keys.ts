import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { MissingPart, orMissingPart } from '../../platform/missing-part.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { dialogStyles } from '../shared/dialog.styles.ts';
import type { ControlStrings } from '../strings/control-strings.ts';
import { StringsController } from '../strings/strings-controller.ts';
import { isWrittenIn } from './is-written-in.ts';
import { keysStyles } from './xf-keys.styles.ts';

type KeyRow = readonly [keys: readonly string[], meaning: string];

/**
 * @summary The keys of the form around it, in a dialog: by its button, or by `?` anywhere in the form but where one writes.
 *
 * @csspart keys-button - Opens the dialog.
 * @csspart keys - The dialog.
 */
@customElement('xf-keys')
export class XfKeys extends LitElement {
  static override styles = [baseStyles, buttonStyles, dialogStyles, keysStyles];

  private readonly words = new StringsController(this);

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  @state() private open = false;

  /** The form is gone through one screen after the other. */
  @property({ type: Boolean }) paged = false;

  private form: Node | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.form = this.getRootNode();
    this.form.addEventListener('keydown', this.handleKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.form?.removeEventListener('keydown', this.handleKey);
  }

  private readonly handleKey = (event: Event): void => {
    const { key, ctrlKey, altKey, metaKey, defaultPrevented } = event as KeyboardEvent;
    if (key !== '?' || ctrlKey || altKey || metaKey || defaultPrevented) return;
    if (isWrittenIn(event.composedPath()[0])) return;
    event.preventDefault();
    void this.handleOpen();
  };

  private readonly handleOpen = async (): Promise<void> => {
    this.open = true;
    await this.updateComplete;
    if (this.dialog?.open === false) this.dialog.showModal();
  };

  private readonly handleClose = (): void => {
    this.dialog?.close();
    this.open = false;
  };

  protected override render(): unknown {
    const shown = orMissingPart(() => this.renderContent(this.words.strings.control));
    if (!(shown instanceof MissingPart)) return shown;
    void shown.fetch().then(() => this.requestUpdate());
    return nothing;
  }

  private renderContent(control: ControlStrings): unknown {
    return [
      html`<button
        part="keys-button"
        type="button"
        class="link-button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Shift+?"
        @click=${this.handleOpen}
      >
        ${control.keys.title}
      </button>`,
      this.open ? this.renderDialog(control) : nothing,
    ];
  }

  private renderDialog({ keys, close }: ControlStrings): unknown {
    return html`<dialog part="keys" aria-labelledby="title" @close=${this.handleClose}>
      <h2 id="title">${keys.title}</h2>
      <dl>${this.rows.map((row) => renderRow(row))}</dl>
      <div class="actions">
        <button type="button" class="button" autofocus @click=${this.handleClose}>${close}</button>
      </div>
    </dialog>`;
  }

  private get rows(): readonly KeyRow[] {
    const { keys } = this.words.strings.control;
    const always: readonly KeyRow[] = [
      [['Tab', 'Shift+Tab'], keys.next],
      [['1', '…', '9'], keys.choose],
      [['Space'], keys.tick],
      [['↓', '↑'], keys.list],
      [['Esc'], keys.clear],
    ];
    const paged: readonly KeyRow[] = [
      [['Enter'], keys.turn],
      [['Alt+←', 'Alt+→'], keys.turnAnywhere],
      [['Ctrl+Enter'], keys.finish],
    ];
    const anywhere: readonly KeyRow[] = [
      [['Ctrl+Z'], keys.undo],
      [['Ctrl+Shift+Z', 'Ctrl+Y'], keys.redo],
      [['?'], keys.show],
    ];
    return [...always, ...(this.paged ? paged : []), ...anywhere];
  }
}

function renderRow([keys, meaning]: KeyRow): unknown {
  return html`<div>
    <dt dir="ltr">${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt>
    <dd>${meaning}</dd>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-keys': XfKeys;
  }
}
