import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ListRow, ListScreen } from '../../suite/screen.ts';
import { CaseListViewEvent } from '../events/case-list-view-event.ts';
import { CaseSelectEvent } from '../events/case-select-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { fieldStyles } from '../shared/field.styles.ts';
import { icon } from '../shared/icon.ts';
import { caseListStyles } from './case-list.styles.ts';
import { CasePage } from './case-page.ts';
import { ListIndex } from './list-index.ts';
import { initialListView, type ListView } from './list-view.ts';
import { pageStyles } from './page.styles.ts';

/**
 * @summary A list of cases, or of any other nodes: searched as one types, sorted by its headers, chosen by the button of a row.
 * @event {CaseSelectEvent} case-select - The user chose a row.
 * @event {CaseListViewEvent} case-list-view - The user searched, sorted or turned the page.
 * @slot toolbar - What else can be done here, beside the search.
 * @slot empty - Replaces what an empty list says.
 * @csspart base - The page.
 * @csspart search - The search field.
 * @csspart table - The table.
 * @csspart pagination - The way to the other pages.
 */
@customElement('case-list')
export class CaseList extends CasePage {
  static override styles = [baseStyles, buttonStyles, fieldStyles, pageStyles, caseListStyles];

  private index = new ListIndex([]);

  @query('#search') private searchInput!: HTMLInputElement | null;

  /** What is listed. */
  @property({ attribute: false }) screen: ListScreen | undefined;

  /** The groups and locations whose cases appear here, by name: an empty list tells how something gets here. */
  @property({ attribute: false }) owners: readonly string[] = [];

  /** Search, order and page; set it to show a list as it was left. */
  @property({ attribute: false }) view: ListView = initialListView;

  /** Rows on one page. */
  @property({ type: Number, attribute: 'page-size' }) pageSize = 100;

  /** Switches off that `/` goes to the search. */
  @property({ type: Boolean, attribute: 'no-shortcuts' }) noShortcuts = false;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.handleShortcut);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.handleShortcut);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('screen')) this.index = new ListIndex(this.screen?.rows ?? []);
  }

  private readonly handleShortcut = (event: KeyboardEvent): void => {
    const modified = event.ctrlKey || event.altKey || event.metaKey;
    if (event.key !== '/' || modified || this.noShortcuts || isEditable(event)) return;
    event.preventDefault();
    this.searchInput?.focus();
  };

  private handleSearch(): void {
    this.change({ search: this.searchInput?.value ?? '', page: 0 });
  }

  private handleClear(): void {
    this.change({ search: '', page: 0 });
    this.searchInput?.focus();
  }

  private handleSort(column: number): void {
    const again = this.view.sortColumn === column;
    this.change({ sortColumn: column, descending: again && !this.view.descending, page: 0 });
  }

  private handlePage(page: number): void {
    this.change({ page });
    this.focus();
  }

  private handleSelect(id: string): void {
    this.dispatchEvent(new CaseSelectEvent(id));
  }

  // The whole line answers to the mouse, but not while its text is being marked for copying.
  private handleRowClick(event: Event, id: string): void {
    const onButton = (event.target as Element).closest('button') !== null;
    if (!onButton && document.getSelection()?.type !== 'Range') this.handleSelect(id);
  }

  private handleArrows(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const stops = [this.searchInput, ...this.renderRoot.querySelectorAll<HTMLElement>('.choose')];
    const next = stops[stops.indexOf(event.target as HTMLInputElement) + step];
    if (next === undefined || next === null) return;
    event.preventDefault();
    next.focus();
  }

  private change(part: Partial<ListView>): void {
    this.view = { ...this.view, ...part };
    this.dispatchEvent(new CaseListViewEvent(this.view));
  }

  override render(): unknown {
    const { screen } = this;
    if (screen === undefined) return nothing;
    return html`<div part="base" class="page" @keydown=${this.handleArrows}>
      <h1 tabindex="-1">${screen.title}</h1>
      ${screen.rows.length === 0 ? this.renderEmpty(screen) : this.renderFilled(screen)}
    </div>`;
  }

  private renderEmpty(screen: ListScreen): TemplateResult {
    const text = this.localize.strings.case.list;
    return html`<slot name="toolbar"></slot>
      <slot name="empty">
        <div class="empty">
          <p><strong>${screen.emptyText || text.emptyTitle}</strong></p>
          <p>${text.empty(this.owners)}</p>
        </div>
      </slot>`;
  }

  private renderFilled(screen: ListScreen): TemplateResult {
    const { localize, view, pageSize } = this;
    const found = this.index.find(view, localize.lang);
    const pages = Math.max(1, Math.ceil(found.length / pageSize));
    const page = Math.min(view.page, pages - 1);
    const rows = found.slice(page * pageSize, (page + 1) * pageSize);
    return html`${this.renderTools(found.length, screen.rows.length)}
    ${found.length === 0 ? this.renderNoMatch() : this.renderTable(screen, rows)}
    ${pages === 1 ? nothing : this.renderPages(page, pages)}`;
  }

  private renderTools(shown: number, total: number): TemplateResult {
    const text = this.localize.strings.case.list;
    return html`<div class="tools wide">
      <div class="search field" role="search">
        <label class="label" for="search">${text.search}</label>
        <div class="search-line">
          ${icon('search')}
          <input
            id="search"
            part="search"
            class="control"
            type="search"
            autocomplete="off"
            spellcheck="false"
            dir="auto"
            aria-keyshortcuts=${this.noShortcuts ? nothing : '/'}
            aria-describedby="search-hint"
            .value=${live(this.view.search)}
            @input=${this.handleSearch}
          />
        </div>
        <span id="search-hint" class="visually-hidden">${text.searchHint}</span>
      </div>
      <slot name="toolbar"></slot>
      <p class="count muted" role="status">${text.shown(shown, total)}</p>
    </div>`;
  }

  private renderNoMatch(): TemplateResult {
    const text = this.localize.strings.case.list;
    return html`<div class="empty">
      <p>${text.noMatch(this.view.search)}</p>
      <p>
        <button class="link-button" type="button" @click=${this.handleClear}>${text.clear}</button>
      </p>
    </div>`;
  }

  // The roles are spelt out because the narrow layout takes the table's own away with its display.
  private renderTable(screen: ListScreen, rows: readonly ListRow[]): TemplateResult {
    return html`<div class="wide container">
      <table part="table" role="table" aria-label=${screen.title}>
        <thead role="rowgroup">
          <tr role="row">
            ${screen.headers.map((header, column) => this.renderHeader(header, column))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${repeat(rows, keyOfRow, (row) => this.renderRow(screen, row))}
        </tbody>
      </table>
    </div>`;
  }

  private renderHeader(header: string, column: number): TemplateResult {
    const { view } = this;
    const active = view.sortColumn === column;
    const direction = view.descending ? 'descending' : 'ascending';
    const label = this.localize.strings.case.list.sortBy(header);
    return html`<th role="columnheader" scope="col" aria-sort=${active ? direction : nothing}>
      ${
        header.trim() === ''
          ? nothing
          : html`<button
              class="sort"
              type="button"
              title=${label}
              @click=${() => this.handleSort(column)}
            >
              <span>${header}</span>${active ? icon(direction) : nothing}
            </button>`
      }
    </th>`;
  }

  private renderRow(screen: ListScreen, row: ListRow): TemplateResult {
    return html`<tr role="row" @click=${(event: Event) => this.handleRowClick(event, row.id)}>
      ${row.cells.map((cell, column) =>
        column === 0 ? this.renderChoose(row, cell) : this.renderCell(screen, row, cell, column),
      )}
    </tr>`;
  }

  private renderChoose(row: ListRow, cell: string): TemplateResult {
    const name = cell.trim() || this.localize.strings.case.list.unnamed;
    return html`<th role="rowheader" scope="row">
      <button class="choose" type="button" @click=${() => this.handleSelect(row.id)}>
        ${name}
      </button>
    </th>`;
  }

  private renderCell(
    screen: ListScreen,
    row: ListRow,
    cell: string,
    column: number,
  ): TemplateResult {
    const numeric = typeof row.sortKeys[column] === 'number';
    return html`<td role="cell" class=${numeric ? 'numeric' : ''}>
      <span class="cell-label" aria-hidden="true">${screen.headers[column] ?? ''}</span
      ><span dir="auto">${cell}</span>
    </td>`;
  }

  private renderPages(page: number, pages: number): TemplateResult {
    const text = this.localize.strings.case.list;
    return html`<nav part="pagination" class="pages" aria-label=${text.pages}>
      <button
        class="button"
        type="button"
        ?disabled=${page === 0}
        @click=${() => this.handlePage(page - 1)}
      >
        ${text.previous}
      </button>
      <span>${text.page(page + 1, pages)}</span>
      <button
        class="button"
        type="button"
        ?disabled=${page === pages - 1}
        @click=${() => this.handlePage(page + 1)}
      >
        ${text.next}
      </button>
    </nav>`;
  }
}

function keyOfRow(row: ListRow): string {
  return row.id;
}

function isEditable(event: Event): boolean {
  const [target] = event.composedPath();
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'case-list': CaseList;
  }
}
