import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { CaseContinueEvent } from '../events/case-continue-event.ts';
import { CaseDraftResumeEvent } from '../events/case-draft-resume-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { CasePage } from './case-page.ts';
import type { Draft } from './draft.ts';
import { itemListStyles } from './item-list.styles.ts';
import { pageStyles } from './page.styles.ts';
import { renderDraftAge } from './render-draft-age.ts';
import { renderDraftChanges } from './render-draft-changes.ts';

/** More are found among the drafts. */
const SHOWN = 5;

/**
 * @summary Asked before a form is opened that was begun before: go on with what was entered, or start anew.
 * @event {CaseDraftResumeEvent} case-draft-resume - The user goes on with a draft.
 * @event {CaseContinueEvent} case-continue - The user starts anew; nothing is lost by it.
 * @csspart base - The page.
 */
@customElement('case-begun')
export class CaseBegun extends CasePage {
  static override styles = [baseStyles, buttonStyles, pageStyles, itemListStyles];

  /** What was begun, newest first. */
  @property({ attribute: false }) drafts: readonly Draft[] = [];

  /** What the case is called that the form is for; `''` for a form that is for none, such as one that registers somebody. */
  @property() caseName = '';

  /** What counts as now; the computer's clock when nothing is given. */
  @property({ attribute: false }) now: Date | undefined;

  private handleResume({ id }: Draft): void {
    this.dispatchEvent(new CaseDraftResumeEvent(id));
  }

  private handleStart(): void {
    this.dispatchEvent(new CaseContinueEvent());
  }

  override render(): TemplateResult {
    const { caseName, drafts } = this;
    const text = this.localize.strings.case.drafts;
    return html`<div part="base" class="page">
      <h1 tabindex="-1" dir="auto">${caseName === '' ? text.begun : text.begunOf(caseName)}</h1>
      <ul class="plain items wide">
        ${drafts.slice(0, SHOWN).map((draft, index) => this.renderDraft(draft, index === 0))}
      </ul>
      <p class="muted">${caseName === '' ? text.keptBeside : text.keptUntilSent}</p>
      <div class="actions">
        <button class="button" type="button" @click=${this.handleStart}>${text.startAnew}</button>
      </div>
    </div>`;
  }

  private renderDraft(draft: Draft, isNewest: boolean): TemplateResult {
    const { strings } = this.localize;
    const text = strings.case.drafts;
    const age = renderDraftAge(draft, this.now ?? new Date(), strings);
    const name = draft.caseName === '' ? draft.formName : `${draft.formName}, ${draft.caseName}`;
    return html`<li class="item">
      <div class="what">
        <p class="name">${draft.formName}</p>
        ${draft.caseName === '' ? nothing : html`<p dir="auto">${draft.caseName}</p>`}
        ${draft.changes?.length ? renderDraftChanges(draft.changes, strings) : nothing}
        <p class="muted small">${age}</p>
      </div>
      <button
        class=${isNewest ? 'button primary' : 'button'}
        type="button"
        aria-label=${text.about(text.resume, name)}
        @click=${() => this.handleResume(draft)}
      >
        ${text.resume}
      </button>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-begun': CaseBegun;
  }
}
