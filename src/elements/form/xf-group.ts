import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ControlNode } from '../../xforms/control-node.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { icon } from '../shared/icon.ts';
import { richTextStyles } from '../shared/rich-text.styles.ts';
import { StringsController } from '../strings/strings-controller.ts';
import type { FormContext } from './form-context.ts';
import { renderMedia, renderWords } from './form-text.ts';
import { renderHeading } from './heading.ts';
import { InstanceNodeController } from './instance-node-controller.ts';
import { QuestionListController } from './question-list-controller.ts';
import { questionsStyles } from './questions.styles.ts';
import { restingStyles } from './resting.styles.ts';
import { groupStyles } from './xf-group.styles.ts';

/**
 * @summary Questions that belong together, under a heading when they have one. With `group-collapse` it can be folded.
 *
 * @csspart base - Everything.
 * @csspart label - The heading.
 * @csspart content - The questions.
 */
@customElement('xf-group')
export class XfGroup extends LitElement {
  static override styles = [
    baseStyles,
    richTextStyles,
    questionsStyles,
    restingStyles,
    groupStyles,
  ];

  private readonly words = new StringsController(this);

  @state() private folded = false;

  /** The live group. */
  @property({ attribute: false }) node!: ControlNode;

  /** What the elements of one form share. */
  @property({ attribute: false }) context!: FormContext;

  /** How many headings stand above this one, the page's own not counted. */
  @property({ type: Number }) depth = 0;

  /** What it asks. */
  readonly questions = new QuestionListController(this).list;

  constructor() {
    super();
    new InstanceNodeController(this);
  }

  /** The controls of the group, asked or not. */
  get listed(): readonly ControlNode[] {
    return this.node?.children ?? [];
  }

  /** How deep its questions lie, for their headings. */
  get depthInside(): number {
    return this.node?.label === undefined ? this.depth : this.depth + 1;
  }

  protected override shouldUpdate(): boolean {
    return this.node !== undefined && this.context !== undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('node')) this.folded = this.canFold && this.has('collapse-closed');
  }

  private readonly handleFold = (): void => {
    this.folded = !this.folded;
  };

  /** Unfolds the group, so that a question in it can be gone to. */
  async reveal(): Promise<void> {
    this.folded = false;
    await this.updateComplete;
  }

  /** Goes to the heading, or to the first question of a group without one. */
  override focus(options?: FocusOptions): void {
    const heading = this.renderRoot.querySelector<HTMLElement>('button, #heading');
    (heading ?? this.questions.first)?.focus(options);
  }

  private has(word: string): boolean {
    return this.node.definition.appearance.includes(word);
  }

  private get canFold(): boolean {
    return this.has('group-collapse') && this.node.label !== undefined;
  }

  protected override render(): TemplateResult {
    const { label } = this.node;
    if (label === undefined) return html`<div part="base">${this.renderContent()}</div>`;
    return html`<div
      part="base"
      class=${this.depth === 0 ? 'group top' : 'group'}
      role="group"
      aria-labelledby="heading"
    >
      ${this.renderHead()} ${this.renderContent()}
    </div>`;
  }

  private renderHead(): unknown {
    const { label, hint } = this.node;
    return [
      renderHeading(this.depth, this.canFold ? this.renderFold() : renderWords(label)),
      renderMedia(label, this.context, this.words.strings.form.mediaMissing),
      hint === undefined
        ? nothing
        : html`<div class="muted small rich-text">${renderWords(hint)}</div>`,
    ];
  }

  private renderFold(): unknown {
    return html`<button
      type="button"
      class="fold"
      aria-expanded=${this.folded ? 'false' : 'true'}
      aria-controls="content"
      @click=${this.handleFold}
    >
      ${icon('chevron')}<span>${renderWords(this.node.label)}</span>
    </button>`;
  }

  private renderContent(): TemplateResult {
    return html`<div part="content" id="content" ?hidden=${this.folded}>
      ${this.questions.element}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-group': XfGroup;
  }
}
