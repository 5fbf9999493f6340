import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { CaseChooseEvent } from '../events/case-choose-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { icon } from '../shared/icon.ts';
import { messageStyles } from '../shared/message.styles.ts';
import { message, type MessageKind } from '../shared/message.ts';
import { CasePage } from './case-page.ts';
import { caseSubmittedStyles } from './case-submitted.styles.ts';
import { pageStyles } from './page.styles.ts';
import type { ShownOwner } from './shown-owner.ts';

/** What one can do after a form; the first is the likeliest. */
export interface NextStep {
  readonly id: string;
  readonly text: string;
}

const KINDS = { sent: 'sent', saved: 'waiting', rejected: 'danger' } as const satisfies Record<
  string,
  MessageKind
>;

/**
 * @summary What became of a form, who sees what it made, and what comes next.
 * @event {CaseChooseEvent} case-choose - The user chose a next step.
 * @slot summary - What was sent.
 * @csspart base - The page.
 */
@customElement('case-submitted')
export class CaseSubmitted extends CasePage {
  static override styles = [
    baseStyles,
    buttonStyles,
    messageStyles,
    pageStyles,
    caseSubmittedStyles,
  ];

  /** `saved`: on this computer, to be sent later. `rejected`: the server did not take it. */
  @property() outcome: 'sent' | 'saved' | 'rejected' = 'saved';

  /** The form's own title. */
  @property() formName = '';

  /** Why the server did not take it. */
  @property() reason = '';

  /** Who owns what the form registered; nothing when it registered nothing. */
  @property({ attribute: false }) owner: ShownOwner | undefined;

  /** What one can do next. */
  @property({ attribute: false }) steps: readonly NextStep[] = [];

  private handleStep(id: string): void {
    this.dispatchEvent(new CaseChooseEvent(id));
  }

  override render(): TemplateResult {
    const text = this.localize.strings.case.submitted;
    const body = html`<h1 tabindex="-1">${text[this.outcome]}</h1>
      <p>${this.bodyText()}</p>
      ${this.reason === '' ? nothing : html`<p><strong>${this.reason}</strong></p>`}
      ${this.renderOwner()}`;
    return html`<div part="base" class="page">
      <div class="wide outcome">${message(KINDS[this.outcome], body)}</div>
      <slot name="summary"></slot>
      ${this.renderSteps()}
    </div>`;
  }

  private bodyText(): string {
    const text = this.localize.strings.case.submitted;
    const bodies = { sent: text.sentBody, saved: text.savedBody, rejected: text.rejectedBody };
    return bodies[this.outcome](this.formName);
  }

  private renderOwner(): unknown {
    const text = this.localize.strings.case.submitted;
    if (this.owner === undefined) return nothing;
    const { name, people } = this.owner;
    return html`<p class="owner">
      ${icon('people')}<span
        >${people.length === 0 ? text.ownedByNobodyElse(name) : text.ownedBy(name, people)}</span
      >
    </p>`;
  }

  private renderSteps(): unknown {
    if (this.steps.length === 0) return nothing;
    return html`<div class="section">
      <h2>${this.localize.strings.case.submitted.next}</h2>
      <div class="actions">
        ${this.steps.map(
          (step, index) =>
            html`<button
              class="button ${index === 0 ? 'primary' : ''}"
              type="button"
              @click=${() => this.handleStep(step.id)}
            >
              ${step.text}
            </button>`,
        )}
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-submitted': CaseSubmitted;
  }
}
