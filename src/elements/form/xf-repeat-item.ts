import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { ControlNode } from '../../xforms/control-node.ts';
import { XfRepeatRemoveEvent } from '../events/xf-repeat-remove-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { icon } from '../shared/icon.ts';
import { StringsController } from '../strings/strings-controller.ts';
import { renderControls } from './control-elements.ts';
import type { FormContext } from './form-context.ts';
import { plainWords } from './form-text.ts';
import { questionsOf } from './form-progress.ts';
import { renderHeading } from './heading.ts';
import { InstanceNodeController } from './instance-node-controller.ts';
import { questionsStyles } from './questions.styles.ts';
import { readableAnswer } from './readable-answer.ts';
import { itemName, namingQuestion } from './repeat-item-name.ts';
import { VisibleChildrenController } from './visible-children-controller.ts';
import { repeatItemStyles } from './xf-repeat-item.styles.ts';

/** So many answers are shown before an item is removed. */
const SHOWN = 6;

/**
 * @summary One item of a repeat: a card under its own name, because people think of Amina and not of child 2.
 *
 * @event xf-repeat-remove - The person wants the item removed, and confirmed it if the item holds answers.
 * @csspart item - The card.
 * @csspart label - Its heading.
 * @csspart remove-button - Removes it.
 */
@customElement('xf-repeat-item')
export class XfRepeatItem extends LitElement {
  static override styles = [baseStyles, buttonStyles, questionsStyles, repeatItemStyles];

  private readonly words = new StringsController(this);
  private readonly visibleChildren = new VisibleChildrenController(this);

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  /** The live item. */
  @property({ attribute: false }) node!: ControlNode;

  /** What the elements of one form share. */
  @property({ attribute: false }) context!: FormContext;

  /** How many headings stand above this one. */
  @property({ type: Number }) depth = 0;

  /** The repeat's own label, or `''`. */
  @property() label = '';

  /** 1-based. */
  @property({ type: Number }) position = 1;

  /** How many items there are. */
  @property({ type: Number }) total = 1;

  constructor() {
    super();
    new InstanceNodeController(this);
    new InstanceNodeController(this, () => this.node && namingQuestion(this.node)?.node);
  }

  /** The controls of the item, asked or not. */
  get controls(): readonly ControlNode[] {
    return this.node?.children ?? [];
  }

  protected override shouldUpdate(): boolean {
    return this.node !== undefined && this.context !== undefined;
  }

  private readonly handleRemove = (): void => {
    if (this.answers.length === 0) this.remove_();
    else {
      this.requestUpdate();
      void this.updateComplete.then(() => this.dialog?.showModal());
    }
  };

  private readonly handleConfirm = (): void => {
    this.dialog?.close();
    this.remove_();
  };

  private readonly handleCancel = (): void => {
    this.dialog?.close();
  };

  private remove_(): void {
    this.dispatchEvent(new XfRepeatRemoveEvent(this.node.node.ref));
  }

  /** Goes to the card's heading. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('#heading')?.focus(options);
  }

  /** Goes to the first question, or to the heading of a card without one. */
  async focusFirst(): Promise<void> {
    await this.updateComplete;
    const first = this.renderRoot.querySelector<LitElement>('.question');
    await first?.updateComplete;
    (first ?? this).focus();
  }

  private get answers(): readonly ControlNode[] {
    return [...questionsOf(this.node.children)].filter(
      ({ node, kind }) => node.lexical !== '' && !node.readonly && kind !== 'trigger',
    );
  }

  protected override render(): TemplateResult {
    return html`<section part="item" class="card" role="group" aria-labelledby="heading">
      <div class="head">${renderHeading(this.depth, this.title_)} ${this.renderRemove()}</div>
      <div class="questions">
        ${renderControls(this.visibleChildren.visible, this.context, this.depth + 1)}
      </div>
      ${this.renderDialog()}
    </section>`;
  }

  private get title_(): string {
    const place = this.words.strings.form.repeatItem(this.label, this.position, this.total);
    const name = itemName(this.node, this.label, this.words.lang);
    return name === '' ? place : `${place}: ${name}`;
  }

  private renderRemove(): unknown {
    if (!this.node.canRemove) return nothing;
    const { removeRepeat } = this.words.strings.form;
    return html`<button
      part="remove-button"
      type="button"
      class="button quiet compact"
      @click=${this.handleRemove}
    >
      ${icon('trash')}<span>${removeRepeat(this.label, this.position)}</span>
    </button>`;
  }

  private renderDialog(): unknown {
    if (!this.node.canRemove) return nothing;
    const { removeRepeat, cancel, willBeRemoved } = this.words.strings.form;
    return html`<dialog aria-labelledby="dialog-title">
      <h2 id="dialog-title">${this.title_}</h2>
      <p>${willBeRemoved}</p>
      <dl>${this.answers.slice(0, SHOWN).map((answer) => this.renderAnswer(answer))}</dl>
      ${this.answers.length > SHOWN ? html`<p class="muted">…</p>` : nothing}
      <div class="actions">
        <button type="button" class="button danger" @click=${this.handleConfirm}>
          ${removeRepeat(this.label, this.position)}
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
    'xf-repeat-item': XfRepeatItem;
  }
}
