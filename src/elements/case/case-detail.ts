import { html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { DetailTab } from '../../suite/screen.ts';
import { CaseCancelEvent } from '../events/case-cancel-event.ts';
import { CaseContinueEvent } from '../events/case-continue-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { richTextStyles } from '../shared/rich-text.styles.ts';
import { caseDetailStyles } from './case-detail.styles.ts';
import { CasePage } from './case-page.ts';
import { detailContentStyles } from './detail-content.styles.ts';
import { pageStyles } from './page.styles.ts';
import { renderDetailContent } from './render-detail-content.ts';
import { renderOwner } from './render-heading.ts';
import { renderHolders } from './render-holders.ts';
import type { MediaSource } from './render-value.ts';
import type { ShownHolder, ShownOwner } from './shown-owner.ts';

/**
 * @summary What is known about one case, before one goes on with it.
 * @event {CaseContinueEvent} case-continue - The user goes on with this case.
 * @event {CaseCancelEvent} case-cancel - The user goes back to the list.
 * @slot actions - Further buttons.
 * @csspart base - The page.
 * @csspart holders - Who sees the case without owning it.
 * @csspart tabs - The list of tabs, when there are several.
 * @csspart property - The name of a value.
 * @csspart value - A value.
 */
@customElement('case-detail')
export class CaseDetail extends CasePage {
  static override styles = [
    baseStyles,
    buttonStyles,
    richTextStyles,
    pageStyles,
    detailContentStyles,
    caseDetailStyles,
  ];

  @state() private chosen = 0;

  /** The name of the case: the largest thing on the page. */
  @property() heading = '';

  /** What is shown; several become tabs. */
  @property({ attribute: false }) tabs: readonly DetailTab[] = [];

  /** Who owns the case, shown small beside its name. */
  @property({ attribute: false }) owner: ShownOwner | undefined;

  /** Who sees the case because of another one. */
  @property({ attribute: false }) holders: readonly ShownHolder[] = [];

  /** Where the app's pictures and sounds can be read. */
  @property({ attribute: false }) media: MediaSource = () => undefined;

  /** The words on the button that goes on; a verb. */
  @property({ attribute: 'continue-label' }) continueLabel = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('tabs')) this.chosen = 0;
  }

  private handleContinue(): void {
    this.dispatchEvent(new CaseContinueEvent());
  }

  private handleCancel(): void {
    this.dispatchEvent(new CaseCancelEvent());
  }

  private handleTabKey(event: KeyboardEvent): void {
    const next = this.tabAfter(event.key);
    if (next === undefined) return;
    event.preventDefault();
    this.chosen = next;
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus();
    });
  }

  private tabAfter(key: string): number | undefined {
    const { chosen } = this;
    const count = this.tabs.length;
    const forward = this.matches(':dir(rtl)') ? 'ArrowLeft' : 'ArrowRight';
    const backward = this.matches(':dir(rtl)') ? 'ArrowRight' : 'ArrowLeft';
    const places: Record<string, number> = {
      [forward]: (chosen + 1) % count,
      [backward]: (chosen + count - 1) % count,
      Home: 0,
      End: count - 1,
    };
    return places[key];
  }

  override render(): TemplateResult {
    const text = this.localize.strings.case.detail;
    return html`<div part="base" class="page">
      <div class="heading-line">
        <h1 tabindex="-1" dir="auto">${this.heading}</h1>
        ${renderOwner(this.owner, this.localize.strings)}
      </div>
      ${renderHolders(this.holders, this.localize.strings)} ${this.renderTabs()}
      <div class="actions">
        <button class="button primary" type="button" @click=${this.handleContinue}>
          ${this.continueLabel || text.continue}
        </button>
        <button class="button" type="button" @click=${this.handleCancel}>${text.cancel}</button>
        <button class="button quiet" type="button" @click=${() => window.print()}>
          ${text.print}
        </button>
        <slot name="actions"></slot>
      </div>
    </div>`;
  }

  private renderTabs(): unknown {
    const { tabs, chosen } = this;
    const open = tabs[chosen];
    if (open === undefined)
      return html`<p class="empty">${this.localize.strings.case.detail.empty}</p>`;
    if (tabs.length === 1)
      return renderDetailContent(open, this.localize.strings.case.detail, this.media);
    return html`<div class="wide">${this.renderOnScreen(open)}</div>
      ${tabs.map((tab) => this.renderOnPaper(tab))}`;
  }

  /** Paper has no tabs to open: all of them, one below the other. */
  private renderOnPaper(tab: DetailTab): TemplateResult {
    const text = this.localize.strings.case.detail;
    return html`<section class="paper" aria-hidden="true">
      <h2>${tab.title}</h2>
      ${renderDetailContent(tab, text, this.media)}
    </section>`;
  }

  private renderOnScreen(open: DetailTab): TemplateResult {
    const { tabs, chosen } = this;
    return html`<div class="screen">
      <div
        part="tabs"
        class="tabs"
        role="tablist"
        aria-label=${this.localize.strings.case.detail.tabs}
        @keydown=${this.handleTabKey}
      >
        ${tabs.map((tab, index) => this.renderTab(tab, index))}
      </div>
      <div id="panel" role="tabpanel" tabindex="0" aria-labelledby="tab-${chosen}">
        ${renderDetailContent(open, this.localize.strings.case.detail, this.media)}
      </div>
    </div>`;
  }

  private renderTab(tab: DetailTab, index: number): TemplateResult {
    const open = index === this.chosen;
    return html`<button
      id="tab-${index}"
      class="tab"
      role="tab"
      type="button"
      aria-selected=${String(open)}
      aria-controls="panel"
      tabindex=${open ? 0 : -1}
      @click=${() => (this.chosen = index)}
    >
      ${tab.title || index + 1}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-detail': CaseDetail;
  }
}
