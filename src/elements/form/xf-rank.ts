import { html, nothing, type CSSResultGroup } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Choice } from '../../xforms/choice.ts';
import { icon } from '../shared/icon.ts';
import { plainWords, renderMedia, renderWords } from './form-text.ts';
import { XfControl } from './xf-control.ts';
import { rankStyles } from './xf-rank.styles.ts';

/**
 * @summary Choices to put in order, by buttons that work for everybody. There is no answer until something was moved or confirmed.
 *
 * @csspart option - One choice in its place.
 */
@customElement('xf-rank')
export class XfRank extends XfControl {
  static override styles: CSSResultGroup = [XfControl.styles, rankStyles];

  protected override get grouped(): boolean {
    return true;
  }

  protected override get focusTarget(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('button:not(:disabled), #text');
  }

  private readonly handleClear = (): void => {
    this.sayFinally('');
    void this.updateComplete.then(() => this.focus());
  };

  private readonly handleConfirm = (): void => {
    this.sayFinally(this.order.map(({ value }) => value).join(' '));
  };

  private move(from: number, step: 1 | -1): void {
    const order = [...this.order];
    const [moved] = order.splice(from, 1);
    if (moved === undefined) return;
    order.splice(from + step, 0, moved);
    this.sayFinally(order.map(({ value }) => value).join(' '));
    void this.updateComplete.then(() => this.focusButton(from + step, step));
  }

  /** The button that was pressed moves with its choice; at the end of the list the other one takes over. */
  private focusButton(at: number, step: 1 | -1): void {
    const buttons = this.renderRoot.querySelectorAll('li')[at]?.querySelectorAll('button');
    const pressed = buttons?.[step < 0 ? 0 : 1];
    const other = buttons?.[step < 0 ? 1 : 0];
    (pressed?.disabled ? other : pressed)?.focus();
  }

  /** As answered; what the answer does not name comes behind, as offered. */
  private get order(): readonly Choice[] {
    const places = this.answer.split(/\s+/);
    const placeOf = ({ value }: Choice) => {
      const place = places.indexOf(value);
      return place < 0 ? places.length : place;
    };
    return [...this.node.choices].sort((one, other) => placeOf(one) - placeOf(other));
  }

  protected override renderControl(): unknown {
    const { order } = this;
    return html`<ol class=${this.answer === '' ? 'plain open' : 'plain'}>
        ${order.map((choice, at) => this.renderChoice(choice, at, order.length))}
      </ol>
      ${this.answer === '' ? this.renderOpen() : this.renderClear()}`;
  }

  private renderChoice({ label }: Choice, at: number, count: number): unknown {
    const name = plainWords(label);
    const { moveUp, moveDown } = this.strings;
    return html`<li part="option">
      <span class="place">${this.answer === '' ? '–' : at + 1}</span>
      <span class="rich-text">
        ${renderMedia(label, this.context, this.strings.mediaMissing)} ${renderWords(label)}
      </span>
      ${this.renderMove('ascending', moveUp(name), at === 0, () => this.move(at, -1))}
      ${this.renderMove('descending', moveDown(name), at === count - 1, () => this.move(at, 1))}
    </li>`;
  }

  private renderMove(
    shape: 'ascending' | 'descending',
    label: string,
    isEnd: boolean,
    handle: () => void,
  ): unknown {
    return html`<button
      type="button"
      class="button quiet compact"
      aria-label=${label}
      ?disabled=${isEnd || this.disabled}
      @click=${handle}
    >
      ${icon(shape)}
    </button>`;
  }

  private renderOpen(): unknown {
    return html`<div class="small muted">${this.strings.noAnswer}</div>
      <button type="button" class="link-button small" @click=${this.handleConfirm}>
        ${this.strings.keepOrder}
      </button>`;
  }

  private renderClear(): unknown {
    if (this.required) return nothing;
    return html`<button type="button" class="link-button small" @click=${this.handleClear}>
      ${this.strings.clear}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-rank': XfRank;
  }
}
