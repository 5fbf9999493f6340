import { html, nothing, type CSSResultGroup } from 'lit';
import { customElement } from 'lit/decorators.js';
import { icon } from '../shared/icon.ts';
import { plainWords, renderWords } from './form-text.ts';
import { XfControl } from './xf-control.ts';

/**
 * @summary One choice by one button: each press takes the next choice, and after the last one the first (appearance `button-select`).
 *
 * @csspart button - The button, which shows the choice.
 */
@customElement('xf-cycle')
export class XfCycle extends XfControl {
  static override styles: CSSResultGroup = [XfControl.styles];

  private readonly handlePress = (): void => {
    this.step(1);
  };

  private readonly handleKeydown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    this.step(step);
  };

  private readonly handleClear = (): void => {
    this.sayFinally('');
    this.focus();
  };

  private step(by: number): void {
    const { choices } = this.node;
    if (choices.length === 0) return;
    const from = this.at < 0 && by < 0 ? 0 : this.at;
    this.sayFinally(choices[(from + by + choices.length) % choices.length]?.value ?? '');
  }

  private get at(): number {
    return this.node.choices.findIndex(({ value }) => value === this.answer);
  }

  /** A value that is not offered is seen as it is. */
  private get shown(): string {
    const choice = this.node.choices[this.at];
    return (choice && plainWords(choice.label)) || this.answer;
  }

  protected override renderControl(): unknown {
    const { shown } = this;
    const words = shown || this.strings.choose;
    return html`<div class="actions">
        <button
          part="button"
          id="control"
          type="button"
          class="button"
          aria-label=${`${plainWords(this.node.label)}: ${words}. ${this.controlStrings.nextChoice}`}
          aria-describedby=${this.describedBy}
          ?disabled=${this.disabled || this.node.choices.length === 0}
          @click=${this.handlePress}
          @keydown=${this.handleKeydown}
        >
          <span>${this.at < 0 ? words : renderWords(this.node.choices[this.at]?.label)}</span>
          ${icon('sync')}
        </button>
        ${this.renderClear()}
      </div>
      <div class="visually-hidden" role="status">${shown}</div>`;
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
    'xf-cycle': XfCycle;
  }
}
