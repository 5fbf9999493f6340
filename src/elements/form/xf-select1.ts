import { html, nothing, type CSSResultGroup } from 'lit';
import { customElement } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Choice } from '../../xforms/choice.ts';
import { comboboxFor, type ComboboxController } from './combobox-controller.ts';
import { comboboxStyles } from './combobox.styles.ts';
import { plainWords } from './form-text.ts';
import { select1Style, type Select1Style } from './select1-style.ts';
import { XfChoices } from './xf-choices.ts';

/**
 * @summary A question with one choice: native radios, a native `select`, or a combobox in which one types to find.
 *
 * @csspart input - The native `select`, or the combobox's `input`.
 * @csspart listbox - The combobox's choices.
 */
@customElement('xf-select1')
export class XfSelect1 extends XfChoices {
  static override styles: CSSResultGroup = [XfChoices.styles, comboboxStyles];

  protected override readonly inputType = 'radio';

  private combobox: ComboboxController | undefined;

  protected override get grouped(): boolean {
    return this.style_ === 'radios';
  }

  protected override get focusTarget(): HTMLElement | null {
    if (this.readonly || this.style_ === 'radios') return super.focusTarget;
    return this.renderRoot.querySelector<HTMLElement>('#control');
  }

  protected override isChosen(value: string): boolean {
    return this.answer === value;
  }

  protected override handleChoose(value: string): void {
    this.choose(value);
  }

  private readonly handleSelect = (event: Event): void => {
    this.choose((event.currentTarget as HTMLSelectElement).value);
  };

  private readonly handleClear = (): void => {
    this.choose('');
    void this.updateComplete.then(() => this.focus());
  };

  private choose(value: string): void {
    this.context.noteUnreadable(this.instance, undefined);
    this.sayFinally(value);
  }

  /** Text that is no choice stays on the page, with a message, and keeps the form from being sent. */
  private refuseText(value: string): void {
    this.context.noteUnreadable(this.instance, {
      value,
      reason: 'noSuchChoice',
      message: this.strings.noChoices,
    });
    this.context.touch(this.instance);
  }

  private get choices(): readonly Choice[] {
    return this.offered([this.instance.lexical]);
  }

  private get style_(): Select1Style {
    return select1Style(this.node);
  }

  protected override renderControl(): unknown {
    switch (this.style_) {
      case 'radios':
        return [this.renderChoices(this.choices), this.renderClear()];
      case 'dropdown':
        return this.renderDropdown();
      case 'combobox':
        return this.renderCombobox();
    }
  }

  private renderCombobox(): unknown {
    this.combobox ??= this.makeCombobox();
    return this.combobox.render({
      describedBy: this.describedBy,
      invalid: this.error !== undefined,
      required: this.required,
      disabled: this.disabled,
    });
  }

  private makeCombobox(): ComboboxController {
    return comboboxFor(this, {
      choices: () => this.choices,
      value: () => this.answer,
      appearance: () => this.appearance,
      strings: () => this.strings,
      more: (count) => this.strings.moreChoices(count),
      choose: (value) => this.choose(value),
      leaveText: (text) => this.refuseText(text),
      hold: (finish) => this.context.hold(finish),
      keep: (typed) => this.context.keepTyping(this.instance, typed),
      takeKept: () => this.context.takeTyping(this.instance) as string | undefined,
    });
  }

  private renderClear(): unknown {
    if (this.answer === '' || this.required || this.disabled) return nothing;
    return html`<button type="button" class="link-button clear" @click=${this.handleClear}>
      ${this.strings.clear}
    </button>`;
  }

  private renderDropdown(): unknown {
    const { answer } = this;
    const option = ({ value, label }: Choice) =>
      html`<option value=${value} .selected=${live(value === answer)}>
        ${plainWords(label)}
      </option>`;
    return html`<select
      part="input"
      id="control"
      class="control"
      aria-describedby=${this.describedBy}
      aria-invalid=${this.error ? 'true' : nothing}
      aria-required=${this.required ? 'true' : nothing}
      ?disabled=${this.disabled}
      @change=${this.handleSelect}
    >
      <option value="" .selected=${live(answer === '')}>${this.strings.choose}</option>
      ${this.choices.map(option)}
    </select>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-select1': XfSelect1;
  }
}
