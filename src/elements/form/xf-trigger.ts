import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { renderWords } from './form-text.ts';
import { choicesStyles } from './xf-choices.styles.ts';
import { XfControl } from './xf-control.ts';

/** What CommCare and JavaRosa store when a label was acknowledged. */
const ACKNOWLEDGED = 'OK';

/**
 * @summary A text to read, with a checkbox to acknowledge it; with the appearance `minimal` the text alone.
 *
 * @csspart input - The native checkbox.
 */
@customElement('xf-trigger')
export class XfTrigger extends XfControl {
  static override styles: CSSResultGroup = [XfControl.styles, choicesStyles];

  private readonly handleChange = (event: Event): void => {
    const { checked } = event.currentTarget as HTMLInputElement;
    this.sayFinally(checked ? ACKNOWLEDGED : '');
  };

  private get isTextOnly(): boolean {
    return this.readonly || this.node.definition.appearance.includes('minimal');
  }

  protected override renderContent(): TemplateResult {
    return this.isTextOnly ? this.renderNote() : this.renderQuestion();
  }

  protected override renderLabel(): unknown {
    return html`<div part="label" id="label" class="note-text rich-text">
        ${this.renderLabelWords()}
      </div>
      ${this.renderLabelMedia()}`;
  }

  protected override renderControl(): unknown {
    return html`<label class="choice" part="option">
      <input
        part="input"
        id="control"
        type="checkbox"
        aria-describedby=${this.describedBy === nothing ? 'label' : `label ${this.describedBy as string}`}
        aria-invalid=${this.error ? 'true' : nothing}
        ?disabled=${this.disabled}
        .checked=${live(this.answer !== '')}
        @change=${this.handleChange}
      />
      <span>${this.strings.acknowledge}</span>
    </label>`;
  }

  // A constraint on a text is checked all the same, so its message has a place.
  private renderNote(): TemplateResult {
    return html`<div part="base" class="field note" id="text" tabindex="-1">
      <div part="label" class="note-text rich-text">${renderWords(this.node.label)}</div>
      ${this.renderLabelMedia()}${this.renderHint()}${this.renderError()}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-trigger': XfTrigger;
  }
}
