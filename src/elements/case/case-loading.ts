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
const TOLD_MEGABYTES = 5;

/**
 * @summary What the user waits for while very many cases are read for the first time, and the way out.
 * @event {CaseLoadCancelEvent} case-load-cancel - The user does not want to wait.
 * @csspart base - The page.
 * @csspart progress - The bar.
 */
@customElement('case-loading')
export class CaseLoading extends CasePage {
  static override styles = [baseStyles, buttonStyles, pageStyles, caseLoadingStyles];

  /** Bytes that have been received. */
  @property({ type: Number }) received = 0;

  /** How much is read, from 0 to 1; from 1 on it is being saved. `undefined` while they still come. */
  @property({ type: Number }) read: number | undefined = 0;

  /** How much the server has prepared, from 0 to 1, while it makes the user wait for that. */
  @property({ type: Number }) prepared: number | undefined;

  private handleCancel(): void {
    this.dispatchEvent(new CaseLoadCancelEvent());
  }

  /** How far it is, in steps of so many percent and megabytes. */
  private words(percents: number, megabytes: number): string {
    const text = this.localize.strings.app.loadingCases;
    const { prepared, read } = this;
    if (prepared === 0) return text.preparing;
    if (prepared !== undefined) return text.prepared(stepsOf(prepared * 100, percents));
    if (read === undefined) return text.received(this.size(megabytes));
    return read < 1 ? text.read(stepsOf(read * 100, percents)) : text.saving;
  }

  /** What the bar shows, from 0 to 1; `undefined` while nobody knows how far it is. */
  private get reached(): number | undefined {
    const { prepared, read } = this;
    const part = prepared ?? read;
    return part === undefined || part >= 1 || prepared === 0 ? undefined : part;
  }

  private size(step: number): string {
    const format = { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 } as const;
    return new Intl.NumberFormat(this.localize.lang, format).format(
      stepsOf(this.received / 1_000_000, step),
    );
  }

  override render(): TemplateResult {
    const text = this.localize.strings.app.loadingCases;
    return html`<div part="base" class="page">
      <h1 tabindex="-1">${text.title}</h1>
      <p id="what">${this.words(1, 0.1)}</p>
      <progress
        part="progress"
        aria-labelledby="what"
        max="1"
        value=${this.reached ?? nothing}
      ></progress>
      <p class="visually-hidden" role="status">${this.words(TOLD_EVERY, TOLD_MEGABYTES)}</p>
      <p class="muted">${text.once}</p>
      <button class="button" type="button" @click=${this.handleCancel}>${text.cancel}</button>
    </div>`;
  }
}

function stepsOf(value: number, step: number): number {
  return Math.floor(value / step) * step;
}

declare global {
  interface HTMLElementTagNameMap {
    'case-loading': CaseLoading;
  }
}
