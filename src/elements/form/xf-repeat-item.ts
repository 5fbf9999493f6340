import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ControlNode } from '../../xforms/control-node.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { StringsController } from '../strings/strings-controller.ts';
import type { FormContext } from './form-context.ts';
import { renderHeading } from './heading.ts';
import { InstanceNodeController } from './instance-node-controller.ts';
import { QuestionListController } from './question-list-controller.ts';
import { questionsStyles } from './questions.styles.ts';
import { restingStyles } from './resting.styles.ts';
import { itemTitle, namingQuestion } from './repeat-item-name.ts';
import './xf-remove-item.ts';
import type { XfRemoveItem } from './xf-remove-item.ts';
import { repeatItemStyles } from './xf-repeat-item.styles.ts';

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
  static override styles = [baseStyles, questionsStyles, restingStyles, repeatItemStyles];

  private readonly words = new StringsController(this);

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

  /** How many items there are; `undefined` where that is not told. */
  @property({ attribute: false }) total: number | undefined;

  /** What it asks. */
  readonly questions = new QuestionListController(this).list;

  constructor() {
    super();
    new InstanceNodeController(this);
    new InstanceNodeController(this, () => this.node && namingQuestion(this.node)?.node);
  }

  /** The controls of the item, asked or not. */
  get listed(): readonly ControlNode[] {
    return this.node?.children ?? [];
  }

  /** How deep its questions lie, for their headings. */
  get depthInside(): number {
    return this.depth + 1;
  }

  protected override shouldUpdate(): boolean {
    return this.node !== undefined && this.context !== undefined;
  }

  /** Goes to the card's heading. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('#heading')?.focus(options);
  }

  /** Goes to the first question, or to the heading of a card without one. */
  async focusFirst(): Promise<void> {
    await this.updateComplete;
    const first = this.questions.first as LitElement | undefined;
    await first?.updateComplete;
    (first ?? this).focus();
  }

  /** The button that removes it. */
  get removal(): XfRemoveItem {
    return this.renderRoot.querySelector('xf-remove-item') as XfRemoveItem;
  }

  protected override render(): TemplateResult {
    return html`<section part="item" class="card" role="group" aria-labelledby="heading">
      <div class="head">
        ${renderHeading(this.depth, itemTitle(this.node, this, this.words))}
        <xf-remove-item
          exportparts="remove-button"
          .context=${this.context}
          .node=${this.node}
          .label=${this.label}
          .position=${this.position}
          .total=${this.total}
        ></xf-remove-item>
      </div>
      ${this.questions.element}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-repeat-item': XfRepeatItem;
  }
}
