import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { FormConcern } from '../../case/form-concerns.ts';
import { adminAddress } from '../shared/admin-place.ts';
import { message } from '../shared/message.ts';
import type { AdminClient, ConcerningForm } from './admin-client.ts';
import { AdminPage } from './admin-page.ts';

/**
 * @summary The forms that went beyond what their sender may touch: who sent them, which cases they touched and why that is listed.
 * @csspart base - The page.
 */
@customElement('admin-concerns')
export class AdminConcerns extends AdminPage {
  @state() private rows: readonly ConcerningForm[] | undefined;
  @state() private hasOlder = false;
  @state() private withSeen = false;
  @state() private problem = '';
  @state() private done = '';

  /** The project's server. */
  @property({ attribute: false }) client!: AdminClient;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read([]);
  }

  /** Reads what comes after these rows. */
  private read(known: readonly ConcerningForm[]): Promise<void> {
    return this.attempt(async () => {
      const { withSeen } = this;
      const { rows, hasOlder } = await this.client.concerns(known.at(-1)?.sequence, withSeen);
      if (withSeen !== this.withSeen) return;
      this.rows = [...known, ...rows];
      this.hasOlder = hasOlder;
    });
  }

  private handleWithSeen(event: Event): void {
    this.withSeen = (event.target as HTMLInputElement).checked;
    void this.read([]);
  }

  private handleSeen(form: ConcerningForm): void {
    void this.attempt(async () => {
      await this.client.markSeen([form.sequence]);
      this.rows = this.rows?.filter(({ sequence }) => sequence !== form.sequence);
      this.done = this.text.concerns.marked(this.nameOf(form));
      // The button that had the focus is gone.
      this.focus();
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.problem = '';
    this.done = '';
    try {
      await work();
    } catch (error) {
      this.problem = (error as Error).message;
    }
  }

  private nameOf({ formName, username }: ConcerningForm): string {
    return this.text.concerns.form(formName, username);
  }

  override render(): TemplateResult {
    const { concerns: text, sections } = this.text;
    return html`<div part="base" class="page">
      <h1 tabindex="-1">${sections.concerns}</h1>
      <p>${text.hint}</p>
      <div class="check">
        <input
          type="checkbox"
          id="with-seen"
          .checked=${this.withSeen}
          @change=${(event: Event) => this.handleWithSeen(event)}
        />
        <label for="with-seen">${text.withSeen}</label>
      </div>
      <div>
        <div role="alert">
          ${this.problem === '' ? nothing : message('danger', html`<p>${this.problem}</p>`)}
        </div>
        <div role="status">
          ${this.done === '' ? nothing : message('sent', html`<p>${this.done}</p>`)}
        </div>
      </div>
      ${this.rows === undefined ? nothing : this.renderRows(this.rows)}
    </div>`;
  }

  private renderRows(rows: readonly ConcerningForm[]): TemplateResult {
    const text = this.text.concerns;
    if (rows.length === 0) return html`<p class="empty">${text.none}</p>`;
    return html`<ol class="plain steps wide">
        ${rows.map((form) => this.renderForm(form))}
      </ol>
      ${
        this.hasOlder
          ? html`<button class="button" type="button" @click=${() => void this.read(rows)}>
              ${text.older}
            </button>`
          : nothing
      }`;
  }

  private renderForm(form: ConcerningForm): TemplateResult {
    const text = this.text.concerns;
    const format = new Intl.DateTimeFormat(this.localize.lang, {
      dateStyle: 'medium',
      timeStyle: 'short',
    });
    return html`<li class="item">
      <p>
        <strong dir="auto">${this.nameOf(form)}</strong>
        <time class="muted small" datetime=${form.receivedAt}
          >${format.format(new Date(form.receivedAt))}</time
        >
      </p>
      <ul class="plain">
        ${form.concerns.map((concern) => this.renderConcern(concern))}
      </ul>
      ${
        form.seenBy === null
          ? html`<div class="actions">
              <button
                class="button compact"
                type="button"
                aria-label=${text.seenOf(this.nameOf(form))}
                @click=${() => this.handleSeen(form)}
              >
                ${text.seen}
              </button>
            </div>`
          : html`<p class="muted small">${text.seenBy(form.seenBy)}</p>`
      }
    </li>`;
  }

  private renderConcern(concern: ConcerningForm['concerns'][number]): TemplateResult {
    const { caseId, caseName } = concern;
    return html`<li>
      <a href=${adminAddress({ section: 'cases', id: caseId })} dir="auto"
        >${caseName || this.text.cases.unnamed}</a
      >
      ${this.reasonFor(concern)}
    </li>`;
  }

  private reasonFor(concern: FormConcern): string {
    const text = this.text.concerns;
    switch (concern.kind) {
      case 'foreignCase':
        return text.foreignCase;
      case 'foreignTarget':
        return text.foreignTarget(concern.target);
      case 'unknownOwner':
        return text.unknownOwner(concern.ownerId);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'admin-concerns': AdminConcerns;
  }
}
