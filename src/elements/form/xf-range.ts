import { html, nothing, type CSSResultGroup } from 'lit';
import { customElement } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { RangeDefinition } from '../../xforms/definition/control-definition.ts';
import { XfControl } from './xf-control.ts';
import { rangeStyles } from './xf-range.styles.ts';

/**
 * @summary A number on a scale: a native slider. No answer is another thing than the least one, and looks so.
 *
 * @csspart track - The native `input`.
 * @csspart value - The number, or that there is none yet.
 */
@customElement('xf-range')
export class XfRange extends XfControl {
  static override styles: CSSResultGroup = [XfControl.styles, rangeStyles];

  private readonly handleInput = (event: Event): void => {
    this.sayFinally((event.currentTarget as HTMLInputElement).value);
  };

  // The thumb of an empty slider rests somewhere; to take that very place changes nothing for the browser, but for us.
  private readonly handlePointerup = (event: Event): void => {
    if (this.answer === '') this.handleInput(event);
  };

  private readonly handleKeydown = (event: KeyboardEvent): void => {
    if (this.answer === '' && (event.key === ' ' || event.key === 'Enter')) this.handleInput(event);
  };

  private readonly handleClear = (): void => {
    this.sayFinally('');
    this.focus();
  };

  private get scale(): RangeDefinition {
    return this.node.definition as RangeDefinition;
  }

  protected override renderControl(): unknown {
    const { start, end, step } = this.scale;
    const { answer } = this;
    return html`<div class="slider">
        <input
          part="track"
          id="control"
          class=${answer === '' ? 'empty' : ''}
          type="range"
          min=${Math.min(start, end)}
          max=${Math.max(start, end)}
          step=${Math.abs(step)}
          aria-valuetext=${answer === '' ? this.strings.noAnswer : answer}
          aria-describedby=${this.describedBy}
          aria-invalid=${this.error ? 'true' : nothing}
          ?disabled=${this.disabled}
          .value=${live(answer === '' ? String(start) : answer)}
          @input=${this.handleInput}
          @pointerup=${this.handlePointerup}
          @keydown=${this.handleKeydown}
        />
        <div class="ends small muted" aria-hidden="true">
          <span>${start}</span><span>${end}</span>
        </div>
      </div>
      <div class="reading">
        <output part="value" for="control" class=${answer === '' ? 'muted' : 'number'}
          >${answer === '' ? this.strings.noAnswer : answer}</output
        >
        ${
          answer === '' || this.required
            ? nothing
            : html`<button type="button" class="link-button small" @click=${this.handleClear}>
                ${this.strings.clear}
              </button>`
        }
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-range': XfRange;
  }
}
