import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { CaseDraftDeleteEvent } from '../events/case-draft-delete-event.ts';
import { CaseDraftResumeEvent } from '../events/case-draft-resume-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import './case-confirm.ts';
import type { CaseConfirm } from './case-confirm.ts';
import { CasePage } from './case-page.ts';
import type { Draft } from './draft.ts';
import { itemListStyles } from './item-list.styles.ts';
import { pageStyles } from './page.styles.ts';
import { renderDraftAge } from './render-draft-age.ts';
import { renderDraftChanges } from './render-draft-changes.ts';

/**
 * @summary The forms that were left before they were sent.
 * @event {CaseDraftResumeEvent} case-draft-resume - The user goes on with one.
 * @event {CaseDraftDeleteEvent} case-draft-delete - The user deletes one, and has confirmed it.
 * @csspart base - The page.
 */
@customElement('case-drafts')
export class CaseDrafts extends CasePage {
  static override styles = [baseStyles, buttonStyles, pageStyles, itemListStyles];

  @query('case-confirm') private confirm!: CaseConfirm;

  @state() private doomed: Draft | undefined;

  /** The drafts, in the order in which they are shown. */
  @property({ attribute: false }) drafts: readonly Draft[] = [];

  /** What counts as now; the computer's clock when nothing is given. */
  @property({ attribute: false }) now: Date | undefined;

  private handleResume(draft: Draft): void {
    this.dispatchEvent(new CaseDraftResumeEvent(draft.id));
  }

  private async handleDelete(draft: Draft): Promise<void> {
    this.doomed = draft;
    await this.updateComplete;
    if (!(await this.confirm.ask())) return;
    this.dispatchEvent(new CaseDraftDeleteEvent(draft.id));
    // The button that had the focus goes away with its draft.
    this.focus();
  }

  override render(): TemplateResult {
    const text = this.localize.strings.case.drafts;
    return html`<div part="base" class="page">
      <h1 tabindex="-1">${text.title}</h1>
      ${
        this.drafts.length === 0
          ? html`<p class="empty">${text.empty}</p>`
          : html`<ul class="plain items wide">
              ${repeat(
                this.drafts,
                (draft) => draft.id,
                (draft) => this.renderDraft(draft),
              )}
            </ul>`
      }
      <case-confirm
        .heading=${this.doomed === undefined ? '' : text.confirmTitle(this.doomed.formName)}
        .body=${text.confirm}
        .confirm=${text.remove}
        .cancel=${text.cancel}
      ></case-confirm>
    </div>`;
  }

  private renderDraft(draft: Draft): TemplateResult {
    const { strings } = this.localize;
    const text = strings.case.drafts;
    const name = draft.caseName === '' ? draft.formName : `${draft.formName}, ${draft.caseName}`;
    return html`<li class="item">
      <div class="what">
        <p class="name">${draft.formName}</p>
        ${draft.caseName === '' ? nothing : html`<p dir="auto">${draft.caseName}</p>`}
        ${draft.ownerPending ? html`<p>${text.ownerPending}</p>` : nothing}
        ${draft.changes?.length ? renderDraftChanges(draft.changes, strings) : nothing}
        <p class="muted small">${renderDraftAge(draft, this.now ?? new Date(), strings)}</p>
      </div>
      <div class="actions">
        <button
          class="button"
          type="button"
          aria-label=${text.about(text.resume, name)}
          @click=${() => this.handleResume(draft)}
        >
          ${text.resume}
        </button>
        <button
          class="button quiet"
          type="button"
          aria-label=${text.about(text.remove, name)}
          @click=${() => this.handleDelete(draft)}
        >
          ${text.remove}
        </button>
      </div>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-drafts': CaseDrafts;
  }
}
