import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { AdminClient } from './admin-client.ts';
import { AdminPage } from './admin-page.ts';
import type { Holdings } from './case-records.ts';
import { caseTable } from './case-table.ts';

/**
 * @summary What the devices of a person receive: the project seen as that person, without changing anything.
 * @csspart base - The section.
 */
@customElement('admin-holdings')
export class AdminHoldings extends AdminPage {
  @state() private holdings: Holdings | undefined;
  @state() private problem = '';

  /** The project's server. */
  @property({ attribute: false }) client!: AdminClient;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('item') || changed.has('project')) this.holdings = undefined;
  }

  /** Asked for, and not with the page: it may be much. */
  private async handleToggle(event: Event): Promise<void> {
    if (!(event.target as HTMLDetailsElement).open || this.holdings !== undefined) return;
    this.problem = '';
    try {
      this.holdings = await this.client.holdings(this.item ?? '');
    } catch (error) {
      this.problem = (error as Error).message;
    }
  }

  override render(): TemplateResult {
    const text = this.text.cases;
    return html`<details part="base" @toggle=${this.handleToggle}>
      <summary>${text.holds}</summary>
      <div class="plan" role="status">
        <p class="hint">${text.holdsHint}</p>
        ${this.problem === '' ? nothing : html`<p role="alert">${this.problem}</p>`}
        ${this.holdings === undefined ? nothing : this.renderHoldings(this.holdings)}
      </div>
    </details>`;
  }

  private renderHoldings({ caseCount, cases, userData, tables }: Holdings): TemplateResult {
    const text = this.text.cases;
    return html`<h2>${text.holdsCases(caseCount)}</h2>
      ${
        cases.length === 0
          ? nothing
          : caseTable(this.text, this.localize.lang, cases, {
              ownerName: (id) => (id === '-' ? '–' : this.project.nameOf(id)),
            })
      }
      <h2>${text.userData}</h2>
      ${this.renderPairs(Object.entries(userData))}
      ${
        tables.length === 0
          ? nothing
          : html`<h2>${text.tables}</h2>
              ${this.renderPairs(tables.map(({ code, rows }) => [code, text.rowCount(rows)]))}`
      }`;
  }

  private renderPairs(pairs: readonly (readonly [string, string])[]): TemplateResult {
    const text = this.text.cases;
    return this.renderTable(
      [text.property, text.value],
      pairs.map(
        ([name, value]) =>
          html`<tr role="row">
            <th role="rowheader" scope="row" dir="ltr">${name}</th>
            <td role="cell" data-label=${text.value} dir="auto">${value}</td>
          </tr>`,
      ),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'admin-holdings': AdminHoldings;
  }
}
