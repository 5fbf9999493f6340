import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { AuditPage, AuditRow } from './admin-client.ts';
import { AdminPage } from './admin-page.ts';

/**
 * @summary Who changed the settings of the project, when, and how they were before.
 * @csspart base - The page.
 */
@customElement('admin-history')
export class AdminHistory extends AdminPage {
  @state() private rows: readonly AuditRow[] = [];
  @state() private problem = '';
  @state() private hasOlder = false;

  /** Reads the newest changes, or those older than an entry. */
  @property({ attribute: false }) read!: (before: number | undefined) => Promise<AuditPage>;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.readMore();
  }

  private async readMore(): Promise<void> {
    try {
      const { rows, hasOlder } = await this.read(this.rows.at(-1)?.entry);
      this.rows = [...this.rows, ...rows];
      this.hasOlder = hasOlder;
      this.problem = '';
    } catch (error) {
      this.problem = (error as Error).message;
    }
  }

  override render(): TemplateResult {
    const { text } = this;
    return html`<div part="base" class="page">
      <h1 tabindex="-1">${text.sections.history}</h1>
      <p>${text.history.hint}</p>
      ${this.problem === '' ? nothing : html`<p role="alert">${this.problem}</p>`}
      ${this.renderTable(
        [text.history.when, text.history.who, text.history.what],
        this.rows.map((row) => this.renderRow(row)),
      )}
      ${
        this.hasOlder
          ? html`<button class="button" type="button" @click=${() => void this.readMore()}>
              ${text.history.older}
            </button>`
          : nothing
      }
    </div>`;
  }

  private renderRow({ at, username, change, before, after }: AuditRow): TemplateResult {
    const { history } = this.text;
    const when = new Intl.DateTimeFormat(this.localize.lang, {
      dateStyle: 'medium',
      timeStyle: 'short',
    });
    return html`<tr role="row">
      <td role="cell" data-label=${history.when}>
        <time datetime=${at}>${when.format(new Date(at))}</time>
      </td>
      <td role="cell" data-label=${history.who}>${username}</td>
      <td role="cell" data-label=${history.what}>
        ${history.describe(change, (id) => this.project.nameOf(id))}
        <details class="small">
          <summary>${history.details}</summary>
          <p>${history.before}</p>
          <pre dir="ltr">${JSON.stringify(before, null, 1)}</pre>
          <p>${history.after}</p>
          <pre dir="ltr">${JSON.stringify(after, null, 1)}</pre>
        </details>
      </td>
    </tr>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'admin-history': AdminHistory;
  }
}
