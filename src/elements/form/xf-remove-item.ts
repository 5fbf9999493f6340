import { html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { ControlNode } from '../../xforms/control-node.ts';
import { XfRepeatRemoveEvent } from '../events/xf-repeat-remove-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { icon } from '../shared/icon.ts';
import { StringsController } from '../strings/strings-controller.ts';
import type { FormContext } from './form-context.ts';
import { questionsOf } from './form-progress.ts';
import { plainWords } from './form-text.ts';
import { InstanceNodeController } from './instance-node-controller.ts';
import { readableAnswer } from './readable-answer.ts';
import { itemTitle } from './repeat-item-name.ts';
import { removeItemStyles } from './xf-remove-item.styles.ts';

/** So many answers are shown before an item is removed. */
const SHOWN = 6;

/**
 * @summary The button that takes an item out of its repeat. Where the item holds answers, it shows them and asks first.
 *
 * @event xf-repeat-remove - The person wants the item removed.
 * @csspart remove-button - The button.
 */
@customElement('xf-remove-item')
export class XfRemoveItem extends LitElement {
  static override styles = [baseStyles, buttonStyles, removeItemStyles];

  private readonly words = new StringsController(this);

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  /** The live item. */
  @property({ attribute: false }) node!: ControlNode;

  /** What the elements of one form share. */
  @property({ attribute: false }) context!: FormContext;

  /** The repeat's own label, or `''`. */
  @property() label = '';

  /** 1-based. */
  @property({ type: Number }) position = 1;

  /** How many items there are; `undefined` where that is not told. */
  @property({ attribute: false }) total: number | undefined;

  constructor() {
    super();
    new InstanceNodeController(this);
  }

  /** Removes the item, after asking where it holds answers. */
  readonly askRemoval = (): void => {
    if (this.answers.length === 0) this.say();
    else {
      this.requestUpdate();
      void this.updateComplete.then(() => this.dialog?.showModal());
    }
  };

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('button')?.focus(options);
  }

  private readonly handleConfirm = (): void => {
    this.dialog?.close();
    this.say();
  };

  private readonly handleCancel = (): void => {
    this.dialog?.close();
  };

  private say(): void {
    this.dispatchEvent(new XfRepeatRemoveEvent(this.node.node.ref));
  }

  private get answers(): readonly ControlNode[] {
    return [...questionsOf(this.node.children)].filter(
      ({ node, kind }) => node.lexical !== '' && !node.readonly && kind !== 'trigger',
    );
  }

  private get words_(): string {
    return this.words.strings.form.removeRepeat(this.label, this.position);
  }

  protected override render(): unknown {
    if (!this.node.canRemove) return nothing;
    return html`<button
        part="remove-button"
        type="button"
        class="button quiet compact"
        @click=${this.askRemoval}
      >
        ${icon('trash')}<span>${this.words_}</span></button
      >${this.renderDialog()}`;
  }

  private renderDialog(): unknown {
    const { cancel, willBeRemoved } = this.words.strings.form;
    const { answers } = this;
    return html`<dialog aria-labelledby="dialog-title">
      <h2 id="dialog-title">${itemTitle(this.node, this, this.words)}</h2>
      <p>${willBeRemoved}</p>
      <dl>${answers.slice(0, SHOWN).map((answer) => this.renderAnswer(answer))}</dl>
      ${answers.length > SHOWN ? html`<p class="muted">…</p>` : nothing}
      <div class="actions">
        <button type="button" class="button danger" @click=${this.handleConfirm}>
          ${this.words_}
        </button>
        <button type="button" class="button" autofocus @click=${this.handleCancel}>
          ${cancel}
        </button>
      </div>
    </dialog>`;
  }

  private renderAnswer(question: ControlNode): unknown {
    const label = plainWords(question.label) || question.node.name;
    return html`<div>
      <dt>${label}</dt>
      <dd>${readableAnswer(question, this.words.lang)}</dd>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-remove-item': XfRemoveItem;
  }
}
