import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { CaseOutboxEvent, type OutboxAction } from '../events/case-outbox-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { icon } from '../shared/icon.ts';
import './case-confirm.ts';
import type { CaseConfirm } from './case-confirm.ts';
import { CasePage } from './case-page.ts';
import { itemListStyles } from './item-list.styles.ts';
import { pageStyles } from './page.styles.ts';
import { fullTime, timeAgo } from './time-ago.ts';
import type { UnsentForm } from './unsent-form.ts';

/**
 * @summary The finished forms on this computer: those that wait, and those that the server did not accept, with its reason.
 * @event {CaseOutboxEvent} case-outbox - Send again, save a copy, or delete (confirmed).
 * @csspart base - The page.
 */
@customElement('case-outbox')
export class CaseOutbox extends CasePage {
  static override styles = [baseStyles, buttonStyles, pageStyles, itemListStyles];

  @query('case-confirm') private confirm!: CaseConfirm;

  @state() private doomed: UnsentForm | undefined;

  /** The forms, in the order in which they are sent. */
  @property({ attribute: false }) forms: readonly UnsentForm[] = [];

  /** What counts as now; the computer's clock when nothing is given. */
  @property({ attribute: false }) now: Date | undefined;

  private handleAction(action: OutboxAction, form: UnsentForm): void {
    this.dispatchEvent(new CaseOutboxEvent(action, form.instanceId));
  }

  private async handleDelete(form: UnsentForm): Promise<void> {
    this.doomed = form;
    await this.updateComplete;
    if (!(await this.confirm.ask())) return;
    this.handleAction('delete', form);
    this.focus();
  }

  override render(): TemplateResult {
    const text = this.localize.strings.case.outbox;
    const rejected = this.forms.filter((form) => form.state === 'rejected');
    const waiting = this.forms.filter((form) => form.state !== 'rejected');
    return html`<div part="base" class="page">
      <h1 tabindex="-1">${text.title}</h1>
      ${this.forms.length === 0 ? html`<p class="empty">${text.empty}</p>` : nothing}
      ${this.renderSection(text.rejectedTitle(rejected.length), text.rejectedHelp, rejected)}
      ${this.renderSection(text.waitingTitle(waiting.length), text.waitingHelp, waiting)}
      <case-confirm
        .heading=${this.doomed === undefined ? '' : text.confirmTitle(this.doomed.formName)}
        .body=${text.confirm}
        .confirm=${text.remove}
        .cancel=${text.cancel}
      ></case-confirm>
    </div>`;
  }

  private renderSection(title: string, help: string, forms: readonly UnsentForm[]): unknown {
    if (forms.length === 0) return nothing;
    return html`<section class="section wide">
      <div>
        <h2>${title}</h2>
        <p class="muted">${help}</p>
      </div>
      <ul class="plain items">
        ${repeat(
          forms,
          (form) => form.instanceId,
          (form) => this.renderForm(form),
        )}
      </ul>
    </section>`;
  }

  private renderForm(form: UnsentForm): TemplateResult {
    const { strings } = this.localize;
    const text = strings.case.outbox;
    const age = timeAgo(form.finished, this.now ?? new Date(), strings);
    return html`<li class="item">
      <div class="what">
        <p class="name">${form.formName}</p>
        ${form.caseName === '' ? nothing : html`<p dir="auto">${form.caseName}</p>`}
        <p class="muted small">
          <time datetime=${form.finished.toISOString()} title=${fullTime(form.finished, strings)}
            >${text.filled(age)}</time
          >${form.state === 'sending' ? ` · ${text.sending}` : nothing}
        </p>
        ${this.renderReason(form)}
      </div>
      <div class="actions">${this.renderActions(form)}</div>
    </li>`;
  }

  private renderReason(form: UnsentForm): unknown {
    const text = this.localize.strings.case.outbox;
    if (form.reason === '') return nothing;
    return form.state === 'rejected'
      ? html`<p class="reason">${icon('error')}<span>${text.reason} ${form.reason}</span></p>`
      : html`<p class="muted small">${form.reason}</p>`;
  }

  private renderActions(form: UnsentForm): unknown {
    const text = this.localize.strings.case.outbox;
    const look = form.state === 'rejected' ? '' : 'quiet';
    const keep = this.renderAction(text.keep, form, () => this.handleAction('export', form), look);
    if (form.state !== 'rejected') return keep;
    return html`${this.renderAction(text.retry, form, () => this.handleAction('retry', form))}
    ${keep} ${this.renderAction(text.remove, form, () => this.handleDelete(form), 'quiet')}`;
  }

  private renderAction(
    words: string,
    form: UnsentForm,
    act: () => unknown,
    look = '',
  ): TemplateResult {
    const name = form.caseName === '' ? form.formName : `${form.formName}, ${form.caseName}`;
    const label = this.localize.strings.case.outbox.about(words, name);
    return html`<button class="button ${look}" type="button" aria-label=${label} @click=${act}>
      ${words}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-outbox': CaseOutbox;
  }
}
