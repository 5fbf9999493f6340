import { html, type CSSResultGroup } from 'lit';
import { customElement } from 'lit/decorators.js';
import { icon } from '../shared/icon.ts';
import { counterStyles } from './xf-counter.styles.ts';
import { XfInput } from './xf-input.ts';

/**
 * @summary A whole number that is counted: a box with a button for one less and one for one more (appearance `counter`).
 *
 * @csspart less-button - One less.
 * @csspart more-button - One more.
 */
@customElement('xf-counter')
export class XfCounter extends XfInput {
  static override styles: CSSResultGroup = [XfInput.styles, counterStyles];

  /** What is being typed counts; what is no number begins at 0. */
  private count(by: 1 | -1): void {
    this.context.flush();
    const from = Number(this.answer);
    this.sayFinally(String((Number.isSafeInteger(from) ? from : 0) + by));
  }

  protected override renderControl(): unknown {
    const { oneLess, oneMore } = this.controlStrings;
    return html`<div class="counter">
      ${this.renderStep('less-button', oneLess, -1)} ${super.renderControl()}
      ${this.renderStep('more-button', oneMore, 1)}
    </div>`;
  }

  private renderStep(part: string, words: string, by: 1 | -1): unknown {
    return html`<button
      part=${part}
      type="button"
      class="button"
      aria-label=${words}
      ?disabled=${this.disabled}
      @click=${() => this.count(by)}
    >
      ${icon(by < 0 ? 'minus' : 'plus')}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-counter': XfCounter;
  }
}
