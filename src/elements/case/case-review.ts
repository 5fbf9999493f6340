import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { CaseCancelEvent } from '../events/case-cancel-event.ts';
import { CaseOwnerConfirmEvent } from '../events/case-owner-confirm-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { messageStyles } from '../shared/message.styles.ts';
import { message } from '../shared/message.ts';
import { CasePage } from './case-page.ts';
import { itemListStyles } from './item-list.styles.ts';
import { pageStyles } from './page.styles.ts';
import { renderHolders } from './render-holders.ts';
import type { ShownFuture } from './shown-future.ts';

/**
 * @summary Before a form goes: the cases that it makes or changes, and who will see them.
 * @event {CaseOwnerConfirmEvent} case-owner-confirm - The user lets the form go.
 * @event {CaseCancelEvent} case-cancel - The user goes back to the questions.
 * @csspart base - The page.
 * @csspart case - One case.
 * @csspart holders - Who will see it without owning it.
 */
@customElement('case-review')
export class CaseReview extends CasePage {
  static override styles = [baseStyles, buttonStyles, messageStyles, pageStyles, itemListStyles];

  /** The cases, in the order of the form. */
  @property({ attribute: false }) cases: readonly ShownFuture[] = [];

  private handleConfirm(): void {
    this.dispatchEvent(new CaseOwnerConfirmEvent());
  }

  private handleBack(): void {
    this.dispatchEvent(new CaseCancelEvent());
  }

  override render(): TemplateResult {
    const text = this.localize.strings.owner;
    return html`<div part="base" class="page">
      <h1 tabindex="-1">${text.reviewTitle}</h1>
      <ul class="plain items wide">
        ${this.cases.map((future) => this.renderCase(future))}
      </ul>
      <div class="actions">
        <button class="button primary" type="button" @click=${this.handleConfirm}>
          ${text.confirm}
        </button>
        <button class="button" type="button" @click=${this.handleBack}>${text.backToForm}</button>
      </div>
    </div>`;
  }

  private renderCase(future: ShownFuture): TemplateResult {
    const text = this.localize.strings.owner;
    const { caseName, typeLabel, isNew, isClosed, holders, isHeldHere } = future;
    return html`<li part="case" class="item">
      <div class="what">
        <p class="name" dir="auto">${caseName}</p>
        <p class="muted small">${isNew ? `${typeLabel}, ${text.reviewNew}` : typeLabel}</p>
        <p>${isClosed ? text.reviewClosed : this.ownerText(future)}</p>
        ${isClosed ? nothing : renderHolders(holders, this.localize.strings)}
        ${isClosed || isHeldHere ? nothing : message('note', isNew ? text.reviewUnseenNew : text.reviewUnseen)}
      </div>
    </li>`;
  }

  private ownerText({ owner, isHeldByNobody }: ShownFuture): string {
    const text = this.localize.strings.owner;
    if (isHeldByNobody) return text.reviewNobody;
    return owner === undefined
      ? text.reviewUnknownOwner
      : text.reviewOwner(owner.name, owner.people);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-review': CaseReview;
  }
}
