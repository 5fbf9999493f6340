import { html, nothing, type CSSResultGroup } from 'lit';
import { customElement } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { RangeDefinition } from '../../xforms/definition/control-definition.ts';
import { XfControl } from './xf-control.ts';
import { rangeStyles } from './xf-range.styles.ts';

/** Longer scales are not picked from one by one. */
const MOST_PICKED = 1000;

/** More ticks than these run into each other. */
const MOST_TICKS = 21;

/**
 * @summary A number on a scale: a native slider, or with the appearance `picker` a native list. No answer is another thing than the least one, and looks so.
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

  private readonly handlePick = (event: Event): void => {
    this.sayFinally((event.currentTarget as HTMLSelectElement).value);
  };

  private has(word: string): boolean {
    return this.node.definition.appearance.includes(word);
  }

  protected override renderControl(): unknown {
    return this.has('picker') ? this.renderPicker() : this.renderSlider();
  }

  private renderPicker(): unknown {
    const { answer } = this;
    const values = valuesOf(this.scale);
    const offered = answer === '' || values.includes(answer) ? values : [...values, answer];
    return html`<select
      part="track"
      id="control"
      class="control number"
      aria-describedby=${this.describedBy}
      aria-invalid=${this.error ? 'true' : nothing}
      aria-required=${this.required ? 'true' : nothing}
      ?disabled=${this.disabled}
      @change=${this.handlePick}
    >
      <option value="" .selected=${live(answer === '')}>${this.strings.choose}</option>
      ${offered.map((value) => html`<option .selected=${live(value === answer)}>${value}</option>`)}
    </select>`;
  }

  private renderSlider(): unknown {
    const { start, end, step } = this.scale;
    const { answer } = this;
    return html`<div class=${this.has('vertical') ? 'slider vertical' : 'slider'}>
        <input
          part="track"
          id="control"
          class=${answer === '' ? 'empty' : ''}
          type="range"
          min=${Math.min(start, end)}
          max=${Math.max(start, end)}
          step=${Math.abs(step)}
          list=${this.hasTicks ? 'ticks' : nothing}
          aria-orientation=${this.has('vertical') ? 'vertical' : nothing}
          aria-valuetext=${answer === '' ? this.strings.noAnswer : answer}
          aria-describedby=${this.describedBy}
          aria-invalid=${this.error ? 'true' : nothing}
          ?disabled=${this.disabled}
          .value=${live(answer === '' ? String(start) : answer)}
          @input=${this.handleInput}
          @pointerup=${this.handlePointerup}
          @keydown=${this.handleKeydown}
        />
        ${this.hasTicks ? this.renderTicks() : nothing}
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

  private get hasTicks(): boolean {
    const { start, end, step } = this.scale;
    return !this.has('no-ticks') && Math.abs((end - start) / step) < MOST_TICKS;
  }

  private renderTicks(): unknown {
    return html`<datalist id="ticks">
      ${valuesOf(this.scale).map((value) => html`<option value=${value}></option>`)}
    </datalist>`;
  }
}

/** All numbers of a scale, from its start to its end, as they are stored. */
function valuesOf({ start, end, step }: RangeDefinition): readonly string[] {
  const size = Math.abs(step);
  const count = Math.min(MOST_PICKED, Math.floor(Math.abs(end - start) / size + 1e-9) + 1);
  const way = end < start ? -size : size;
  const digits = Math.max(fractionOf(start), fractionOf(size));
  return Array.from({ length: count }, (_, at) =>
    String(Number((start + at * way).toFixed(digits))),
  );
}

function fractionOf(value: number): number {
  return /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-range': XfRange;
  }
}
