import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { CaseLoadCancelEvent } from '../events/case-load-cancel-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { caseLoadingStyles } from './case-loading.styles.ts';
import { CasePage } from './case-page.ts';
import { pageStyles } from './page.styles.ts';

/** A bar that moves more often is no help, and a reader that tells each percent is none at all. */
const TOLD_EVERY = 25;

/**
 * @summary What the user waits for while very many cases are read for the first time, and the way out.
 * @event {CaseLoadCancelEvent} case-load-cancel - The user does not want to wait.
 * @csspart base - The page.
 * @csspart progress - The bar.
 */
@customElement('case-loading')
export class CaseLoading extends CasePage {
  static override styles = [baseStyles, buttonStyles, pageStyles, caseLoadingStyles];

  /** How much is read, from 0 to 1; from 1 on it is being saved. */
  @property({ type: Number }) read = 0;

  private handleCancel(): void {
    this.dispatchEvent(new CaseLoadCancelEvent());
  }

  override render(): TemplateResult {
    const text = this.localize.strings.app.loadingCases;
    const percent = Math.floor(this.read * 100);
    const told = Math.floor(percent / TOLD_EVERY) * TOLD_EVERY;
    return html`<div part="base" class="page">
      <h1 tabindex="-1">${text.title}</h1>
      <p id="what">${this.read < 1 ? text.read(percent) : text.saving}</p>
      <progress
        part="progress"
        aria-labelledby="what"
        max="1"
        value=${this.read < 1 ? this.read : nothing}
      ></progress>
      <p class="visually-hidden" role="status">${this.read < 1 ? text.read(told) : text.saving}</p>
      <p class="muted">${text.once}</p>
      <button class="button" type="button" @click=${this.handleCancel}>${text.cancel}</button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-loading': CaseLoading;
  }
}
