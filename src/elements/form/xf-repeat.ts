import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { ControlNode } from '../../xforms/control-node.ts';
import { XfRepeatAddEvent } from '../events/xf-repeat-add-event.ts';
import type { XfRepeatRemoveEvent } from '../events/xf-repeat-remove-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { icon } from '../shared/icon.ts';
import { richTextStyles } from '../shared/rich-text.styles.ts';
import { StringsController } from '../strings/strings-controller.ts';
import type { FormContext } from './form-context.ts';
import { plainWords, renderMedia, renderWords } from './form-text.ts';
import { renderHeading } from './heading.ts';
import { InstanceNodeController } from './instance-node-controller.ts';
import { QuestionListController } from './question-list-controller.ts';
import { toldTotal } from './repeat-item-name.ts';
import { questionsStyles } from './questions.styles.ts';
import { restingStyles } from './resting.styles.ts';
import { groupStyles } from './xf-group.styles.ts';
import { repeatItemStyles } from './xf-repeat-item.styles.ts';
import { repeatStyles } from './xf-repeat.styles.ts';
import './xf-repeat-item.ts';
import type { XfRepeatItem } from './xf-repeat-item.ts';

/**
 * @summary Questions that are asked for each of several things: a card an item, and a button for another.
 *
 * After adding, the first question of the new item has the focus; after removing, the item before it.
 *
 * @event xf-repeat-add - The person wants another item.
 * @event xf-repeat-remove - The person wants an item removed.
 * @csspart base - Everything.
 * @csspart label - The heading.
 * @csspart add-button - Adds an item.
 */
@customElement('xf-repeat')
export class XfRepeat extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    richTextStyles,
    groupStyles,
    questionsStyles,
    restingStyles,
    repeatItemStyles,
    repeatStyles,
  ];

  private readonly words = new StringsController(this);

  /** Where the focus goes once the number of items is another than `from`. */
  private wanted:
    { readonly from: number; readonly index: number; readonly added: boolean } | undefined;

  @query('[part="add-button"]') private readonly addButton!: HTMLButtonElement | null;

  /** Said to those who do not see the card go. */
  @state() private announcement = '';

  /** The live repeat. */
  @property({ attribute: false }) node!: ControlNode;

  /** What the elements of one form share. */
  @property({ attribute: false }) context!: FormContext;

  /** How many headings stand above this one. */
  @property({ type: Number }) depth = 0;

  /** Its items. */
  readonly questions = new QuestionListController(this, { counts: true }).list;

  constructor() {
    super();
    this.questions.element.className = 'items';
    new InstanceNodeController(this);
  }

  /** The items, asked or not. */
  get listed(): readonly ControlNode[] {
    return this.node?.children ?? [];
  }

  /** How deep its questions lie, for their headings. */
  get depthInside(): number {
    return this.label === '' ? this.depth : this.depth + 1;
  }

  protected override shouldUpdate(): boolean {
    return this.node !== undefined && this.context !== undefined;
  }

  protected override updated(): void {
    this.placeItems();
    const { wanted } = this;
    if (wanted === undefined || this.items.length === wanted.from) return;
    this.wanted = undefined;
    const item = this.itemElement(wanted.index);
    if (wanted.added) void item?.focusFirst();
    else void this.goTo(item);
  }

  private async goTo(item: XfRepeatItem | undefined): Promise<void> {
    await item?.updateComplete;
    (item ?? this.addButton ?? this).focus();
  }

  private readonly handleAdd = (): void => {
    const { length } = this.items;
    this.announcement = '';
    this.wanted = { from: length, index: length, added: true };
    this.dispatchEvent(new XfRepeatAddEvent(this.ref));
  };

  private readonly handleRemove = (event: XfRepeatRemoveEvent): void => {
    const { items } = this;
    const index = items.findIndex(({ node }) => node.ref === event.ref);
    if (index < 0) return;
    this.wanted = { from: items.length, index: Math.max(index - 1, 0), added: false };
    this.announcement = this.words.strings.form.removed(this.label);
  };

  override focus(options?: FocusOptions): void {
    const target = this.renderRoot.querySelector<HTMLElement>('#heading');
    (target ?? this.questions.first ?? this.addButton)?.focus(options);
  }

  /** The repeat's reference, without the position of an item. */
  private get ref(): string {
    return `${this.node.node.ref}/${this.node.definition.target.name}`;
  }

  private get items(): readonly ControlNode[] {
    return this.listed.filter(({ relevant }) => relevant);
  }

  private get label(): string {
    return plainWords(this.node?.label);
  }

  private itemElement(index: number): XfRepeatItem | undefined {
    const item = this.items[index];
    return item && (this.questions.wake(item.key) as XfRepeatItem | undefined);
  }

  /** Tells the items where they stand. */
  private placeItems(): void {
    const { items, label } = this;
    const total = toldTotal(items.length);
    items.forEach(({ key }, at) => this.questions.give(key, { label, position: at + 1, total }));
  }

  protected override render(): TemplateResult {
    const { label, items } = this;
    return html`<div
      part="base"
      class=${this.depth === 0 && label !== '' ? 'group top' : 'group'}
      role="group"
      aria-labelledby=${label === '' ? nothing : 'heading'}
    >
      ${label === '' ? nothing : this.renderHead()}
      ${items.length === 0 ? this.renderNone() : this.renderItems()} ${this.renderAdd()}
      <div class="visually-hidden" role="status">${this.announcement}</div>
    </div>`;
  }

  private renderHead(): unknown {
    const { label, hint } = this.node;
    return [
      renderHeading(this.depth, renderWords(label)),
      renderMedia(label, this.context, this.words.strings.form.mediaMissing),
      hint === undefined
        ? nothing
        : html`<div class="muted small rich-text">${renderWords(hint)}</div>`,
    ];
  }

  private renderNone(): unknown {
    return html`<p class="muted">${this.words.strings.form.noRepeats(this.label)}</p>`;
  }

  private renderItems(): unknown {
    return html`<div @xf-repeat-remove=${this.handleRemove}>${this.questions.element}</div>`;
  }

  private renderAdd(): unknown {
    if (!this.node.canAdd) return nothing;
    return html`<button part="add-button" type="button" class="button add" @click=${this.handleAdd}>
      ${icon('plus')}<span>${this.words.strings.form.addRepeat(this.label)}</span>
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-repeat': XfRepeat;
  }
}
