import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { CaseCancelEvent } from '../events/case-cancel-event.ts';
import { CaseRetryEvent } from '../events/case-retry-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { messageStyles } from '../shared/message.styles.ts';
import { message } from '../shared/message.ts';
import { CasePage } from './case-page.ts';
import { caseErrorStyles } from './case-error.styles.ts';
import { pageStyles } from './page.styles.ts';
import type { ShownProblem } from './shown-problem.ts';

/**
 * @summary A problem: what happened, what it means, what to do.
 * @event {CaseRetryEvent} case-retry - The user tries again.
 * @event {CaseCancelEvent} case-cancel - The user goes back.
 * @slot actions - Further ways on.
 * @csspart base - The page.
 */
@customElement('case-error')
export class CaseError extends CasePage {
  static override styles = [baseStyles, buttonStyles, messageStyles, pageStyles, caseErrorStyles];

  /** What went wrong. */
  @property({ attribute: false }) problem: ShownProblem | undefined;

  /** Offers to try again. */
  @property({ type: Boolean, attribute: 'can-retry' }) canRetry = false;

  /** Offers to go back. */
  @property({ type: Boolean, attribute: 'can-go-back' }) canGoBack = false;

  private handleRetry(): void {
    this.dispatchEvent(new CaseRetryEvent());
  }

  private handleBack(): void {
    this.dispatchEvent(new CaseCancelEvent());
  }

  override render(): unknown {
    const { problem } = this;
    if (problem === undefined) return nothing;
    const text = this.localize.strings.case.problem;
    const body = html`<h1 tabindex="-1">${problem.title || text.title}</h1>
      ${problem.meaning === '' ? nothing : html`<p>${problem.meaning}</p>`}
      ${problem.safe ? html`<p>${text.safe}</p>` : nothing}
      ${problem.remedy === '' ? nothing : html`<p><strong>${problem.remedy}</strong></p>`}
      ${this.renderDetails(problem.details)}`;
    return html`<div part="base" class="page">
      <div class="wide outcome" role="alert">${message('danger', body)}</div>
      <div class="actions">${this.renderActions()}</div>
    </div>`;
  }

  private renderActions(): TemplateResult {
    const text = this.localize.strings.case.problem;
    return html`${
        this.canRetry
          ? html`<button class="button primary" type="button" @click=${this.handleRetry}>
              ${text.retry}
            </button>`
          : nothing
      }
      ${
        this.canGoBack
          ? html`<button class="button" type="button" @click=${this.handleBack}>
              ${text.back}
            </button>`
          : nothing
      }<slot name="actions"></slot>`;
  }

  private renderDetails(details: string): unknown {
    if (details === '') return nothing;
    return html`<details class="small">
      <summary>${this.localize.strings.case.problem.details}</summary>
      <pre dir="ltr">${details}</pre>
    </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-error': CaseError;
  }
}
