import { html, nothing, type CSSResultGroup } from 'lit';
import { customElement } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { RangeDefinition } from '../../xforms/definition/control-definition.ts';
import { XfControl } from './xf-control.ts';
import { ratingStyles } from './xf-rating.styles.ts';

/**
 * @summary A number on a short scale, given in stars: native radios, so that arrow keys go from star to star.
 *
 * @csspart option - One star.
 * @csspart value - How many of how many.
 */
@customElement('xf-rating')
export class XfRating extends XfControl {
  static override styles: CSSResultGroup = [XfControl.styles, ratingStyles];

  protected override get grouped(): boolean {
    return true;
  }

  protected override get focusTarget(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('input:checked, input, #text');
  }

  private readonly handleClear = (): void => {
    this.sayFinally('');
    void this.updateComplete.then(() => this.focus());
  };

  private get greatest(): number {
    const { start, end } = this.node.definition as RangeDefinition;
    return Math.max(start, end);
  }

  protected override renderControl(): unknown {
    const { answer, greatest } = this;
    const stars = Array.from({ length: greatest }, (_, at) => at + 1);
    return html`<div class="stars">${stars.map((star) => this.renderStar(star))}</div>
      <div class="reading">
        <output part="value" class=${answer === '' ? 'muted' : nothing}>
          ${answer === '' ? this.strings.noAnswer : this.outOf(answer)}
        </output>
        ${this.renderClear()}
      </div>`;
  }

  private renderStar(star: number): unknown {
    return html`<label part="option" class=${star <= Number(this.answer) ? 'star on' : 'star'}>
      <input
        type="radio"
        name="star"
        value=${star}
        aria-label=${this.outOf(String(star))}
        .checked=${live(this.answer === String(star))}
        @change=${() => this.sayFinally(String(star))}
      />
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="m12 3.2 2.7 5.6 6.1.9-4.4 4.3 1 6.1-5.4-2.9-5.4 2.9 1-6.1L3.2 9.7l6.1-.9Z" />
      </svg>
    </label>`;
  }

  private outOf(value: string): string {
    return this.controlStrings.outOf(value, String(this.greatest));
  }

  private renderClear(): unknown {
    if (this.answer === '' || this.required || this.disabled) return nothing;
    return html`<button type="button" class="link-button small" @click=${this.handleClear}>
      ${this.strings.clear}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-rating': XfRating;
  }
}
