import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ControlNode } from '../../xforms/control-node.ts';
import { XfGotoEvent } from '../events/xf-goto-event.ts';
import { XfRepeatAddEvent } from '../events/xf-repeat-add-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { icon } from '../shared/icon.ts';
import { richTextStyles } from '../shared/rich-text.styles.ts';
import { StringsController } from '../strings/strings-controller.ts';
import { FormContextController } from './form-context-controller.ts';
import type { FormContext } from './form-context.ts';
import { plainWords, renderMedia, renderWords } from './form-text.ts';
import { itemTitle, toldTotal, type ItemPlace } from './repeat-item-name.ts';
import './xf-remove-item.ts';
import { repeatItemsStyles } from './xf-repeat-items.styles.ts';

/**
 * @summary The items of a repeat by name, where a form is gone through page by page: each can be gone back to or removed, and another one
 * added.
 *
 * @event xf-repeat-add - The person wants another item.
 * @event xf-repeat-remove - The person wants an item removed.
 * @event xf-goto - The person goes back to an item.
 * @csspart add-button - Adds an item.
 */
@customElement('xf-repeat-items')
export class XfRepeatItems extends LitElement {
  static override styles = [baseStyles, buttonStyles, richTextStyles, repeatItemsStyles];

  private readonly words = new StringsController(this);

  /** The live repeat. */
  @property({ attribute: false }) node!: ControlNode;

  /** What the elements of one form share. */
  @property({ attribute: false }) context!: FormContext;

  constructor() {
    super();
    new FormContextController(this);
  }

  protected override shouldUpdate(): boolean {
    return this.node !== undefined && this.context !== undefined;
  }

  private readonly handleAdd = (): void => {
    const { node, definition } = this.node;
    this.dispatchEvent(new XfRepeatAddEvent(`${node.ref}/${definition.target.name}`));
  };

  // The button that had the focus goes away with its item.
  private readonly handleRemove = (): void => {
    setTimeout(() => this.focus());
  };

  /** Goes to the button that adds an item, or to the heading where none can be added. */
  override focus(options?: FocusOptions): void {
    const find = (selector: string) => this.renderRoot.querySelector<HTMLElement>(selector);
    (find('[part="add-button"]') ?? find('#heading'))?.focus(options);
  }

  protected override render(): TemplateResult {
    const items = this.node.children.filter(({ relevant }) => relevant);
    const label = plainWords(this.node.label);
    const total = toldTotal(items.length);
    return html`${this.renderHead()}
    ${
      items.length === 0
        ? html`<p class="muted">${this.words.strings.form.noRepeats(label)}</p>`
        : html`<ul class="plain" @xf-repeat-remove=${this.handleRemove}>
            ${repeat(
              items,
              (item) => item.key,
              (item, at) => this.renderItem(item, { label, position: at + 1, total }),
            )}
          </ul>`
    }
    ${this.renderAdd(label)}`;
  }

  private renderHead(): unknown {
    const { label, hint } = this.node;
    if (plainWords(label) === '') return nothing;
    return [
      html`<h3 id="heading" tabindex="-1" class="rich-text">${renderWords(label)}</h3>`,
      renderMedia(label, this.context, this.words.strings.form.mediaMissing),
      hint === undefined
        ? nothing
        : html`<div class="muted small rich-text">${renderWords(hint)}</div>`,
    ];
  }

  private renderItem(item: ControlNode, place: ItemPlace): TemplateResult {
    const title = itemTitle(item, place, this.words);
    const { change, changeAnswer } = this.words.strings.form;
    return html`<li class="item">
      <span class="name">${title}</span>
      <button
        type="button"
        class="button quiet compact"
        aria-label=${changeAnswer(title)}
        @click=${() => this.dispatchEvent(new XfGotoEvent(item))}
      >
        ${change}
      </button>
      <xf-remove-item
        .context=${this.context}
        .node=${item}
        .label=${place.label}
        .position=${place.position}
        .total=${place.total}
      ></xf-remove-item>
    </li>`;
  }

  private renderAdd(label: string): unknown {
    if (!this.node.canAdd) return nothing;
    return html`<button part="add-button" type="button" class="button add" @click=${this.handleAdd}>
      ${icon('plus')}<span>${this.words.strings.form.addRepeat(label)}</span>
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-repeat-items': XfRepeatItems;
  }
}
