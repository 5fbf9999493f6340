import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { message } from '../shared/message.ts';
import { messageStyles } from '../shared/message.styles.ts';
import { readableAnswer } from './readable-answer.ts';
import { renderWords } from './form-text.ts';
import { XfControl } from './xf-control.ts';

/** @summary In place of a question that the browser cannot ask. It says so, shows what the question holds, and keeps it. */
@customElement('xf-unsupported')
export class XfUnsupported extends XfControl {
  static override styles: CSSResultGroup = [XfControl.styles, messageStyles];

  protected override renderContent(): TemplateResult {
    return html`<div part="base" class="field note" id="text" tabindex="-1">
      <div part="label" class="label rich-text">${renderWords(this.node.label)}</div>
      ${this.renderLabelMedia()}${this.renderHint()}${this.renderControl()}${this.renderError()}
    </div>`;
  }

  protected override renderControl(): unknown {
    const value = readableAnswer(this.node, this.words.lang);
    return [
      value === '' ? nothing : html`<div class="value">${value}</div>`,
      message('note', html`<p>${this.strings.unsupported}</p>`),
    ];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-unsupported': XfUnsupported;
  }
}
