import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RemoteProblem } from '../../machines/app-session.ts';
import { CaseCancelEvent } from '../events/case-cancel-event.ts';
import { CaseRetryEvent } from '../events/case-retry-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { messageStyles } from '../shared/message.styles.ts';
import { CasePage } from './case-page.ts';
import { pageStyles } from './page.styles.ts';
import { renderRemoteProblem } from './render-remote-problem.ts';

/**
 * @summary A case of others is being claimed, or why that did not work.
 * @event {CaseRetryEvent} case-retry - The user tries again.
 * @event {CaseCancelEvent} case-cancel - The user goes back.
 * @csspart base - The page.
 */
@customElement('case-post')
export class CasePost extends CasePage {
  static override styles = [baseStyles, buttonStyles, messageStyles, pageStyles];

  /** Why it did not work; `undefined` while the server is being asked. */
  @property({ attribute: false }) problem: RemoteProblem | undefined;

  private readonly handleRetry = (): void => {
    this.dispatchEvent(new CaseRetryEvent());
  };

  private readonly handleCancel = (): void => {
    this.dispatchEvent(new CaseCancelEvent());
  };

  override render(): TemplateResult {
    const { case: text } = this.localize.strings;
    return html`<div part="base" class="page">
      <h1 tabindex="-1">${text.post.title}</h1>
      ${
        this.problem === undefined
          ? html`<p role="status">${text.post.busy}</p>`
          : renderRemoteProblem(this.problem, this.localize.strings)
      }
      <div class="actions">
        ${
          this.problem === undefined
            ? ''
            : html`<button class="button primary" type="button" @click=${this.handleRetry}>
                ${text.problem.retry}
              </button>`
        }
        <button class="button" type="button" @click=${this.handleCancel}>
          ${text.problem.back}
        </button>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-post': CasePost;
  }
}
