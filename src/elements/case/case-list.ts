import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { ListRow, ListScreen } from '../../suite/screen.ts';
import { CaseActEvent } from '../events/case-act-event.ts';
import { CaseFollowCellEvent } from '../events/case-follow-cell-event.ts';
import { CaseListViewEvent } from '../events/case-list-view-event.ts';
import { CaseProblemEvent } from '../events/case-problem-event.ts';
import { CaseSelectEvent } from '../events/case-select-event.ts';
import { CaseSelectManyEvent } from '../events/case-select-many-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { fieldStyles } from '../shared/field.styles.ts';
import { icon } from '../shared/icon.ts';
import { saveFile } from '../shared/save-file.ts';
import { richTextStyles } from '../shared/rich-text.styles.ts';
import { caseListStyles } from './case-list.styles.ts';
import { CasePage } from './case-page.ts';
import { EmbeddedRun, isGiven } from './embedding.ts';
import { listCsv } from './list-csv.ts';
import { ListIndex } from './list-index.ts';
import { renderListTable } from './list-table.ts';
import { isTiled, renderListTiles } from './list-tiles.ts';
import { graphStyles } from './graph.styles.ts';
import { initialListView, type ListView } from './list-view.ts';
import { loadProblems } from './load-problems.ts';
import { pageStyles } from './page.styles.ts';
import type { MediaSource } from './render-value.ts';
import { renderOpenProblem } from './render-open-problem.ts';
import { RowSlots } from './row-slots.ts';
import { tileStyles } from './tile.styles.ts';
import { whileIdle } from './while-idle.ts';

/** With another of these it is another list. */
const GIVEN = ['src', 'restore', 'files', 'list'] as const;

/**
 * @summary A list of cases, or of any other nodes: searched as one types, sorted by its headers, chosen by the button of a row.
 * @event {CaseReadyEvent} case-ready - The app that `src` or `files` gave is open, and its list is shown.
 * @event {CaseProblemEvent} case-problem - It cannot be opened, or has no such list: every fault with its place.
 * @event {CaseSelectEvent} case-select - The user chose a row.
 * @event {CaseSelectManyEvent} case-select-many - The user chose several rows, where the app lets them.
 * @event {CaseActEvent} case-act - The user pressed a button that the app puts beside the list.
 * @event {CaseFollowCellEvent} case-follow-cell - The user pressed a cell that leads somewhere.
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
  static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    richTextStyles,
    pageStyles,
    graphStyles,
    caseListStyles,
    tileStyles,
  ];

  private readonly run = new EmbeddedRun();
  private index = new ListIndex([]);
  private readonly slots = new RowSlots();

  @query('#search') private searchInput!: HTMLInputElement | null;

  @state() private chosen: ReadonlySet<string> = new Set();
  @state() private full = false;

  /** On a page of somebody else's: address of an app (`.ccz`, or its `profile.ccpr`) whose list is shown. */
  @property() src = '';

  /** With `src`: address of a user's restore; without it, the cases that the app brings for practising, or none. */
  @property() restore = '';

  /** In place of addresses: an app, and a restore where there is one. */
  @property({ attribute: false }) files: readonly File[] = [];

  /** With `src` or `files`: the way to the list, the ids of what is chosen: `m0/m0-f1`. */
  @property() list = '';

  /** Why what was given cannot be opened. */
  @property({ attribute: false }) problem: unknown;

  /** What is listed. */
  @property({ attribute: false }) screen: ListScreen | undefined;

  /** The groups and locations whose cases appear here, by name: an empty list tells how something gets here. */
  @property({ attribute: false }) owners: readonly string[] = [];

  /** Search, order and page; set it to show a list as it was left. */
  @property({ attribute: false }) view: ListView = initialListView;

  /** Where the app's pictures and sounds can be read. */
  @property({ attribute: false }) media: MediaSource = () => undefined;

  /** Rows on one page. */
  @property({ type: Number, attribute: 'page-size' }) pageSize = 100;

  /** Switches off that `/` goes to the search. */
  @property({ type: Boolean, attribute: 'no-shortcuts' }) noShortcuts = false;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.handleShortcut);
    // It was taken out of the page and put in again.
    if (this.hasUpdated && isGiven(this)) this.reopen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.handleShortcut);
    this.run.stop();
  }

  /** Opens what was given anew. */
  reopen(): void {
    this.problem = undefined;
    this.run
      .restart(({ fillList }) => fillList(this))
      .then(
        () => this.requestUpdate(),
        (error: unknown) => this.fail(error),
      );
  }

  private fail(error: unknown): void {
    this.problem = error;
    this.dispatchEvent(new CaseProblemEvent(loadProblems(error), error));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (isGiven(this) && GIVEN.some((name) => changed.has(name))) this.reopen();
    if (!changed.has('screen')) return;
    const rows = this.screen?.rows ?? [];
    this.index = new ListIndex(rows, this.screen?.fuzzySearch);
    // After a sync the list is new, and what was chosen and is still there stays chosen.
    if (this.chosen.size > 0) {
      this.chosen = new Set(rows.map((row) => row.id).filter((id) => this.chosen.has(id)));
    }
    this.full = false;
    if (isUntouched(this.view) && !isSameList(changed.get('screen'), this.screen)) {
      this.openAtFocus();
    }
  }

  /** The page with the row at which the app opens the list, unless the person has looked at it otherwise. */
  private openAtFocus(): void {
    const { focusedRow, rows = [] } = this.screen ?? {};
    const place = focusedRow === undefined ? -1 : rows.findIndex(({ id }) => id === focusedRow);
    if (place < 0) return;
    this.view = { ...this.view, page: Math.floor(place / this.rowsOnPage) };
    void this.updateComplete.then(() => this.scrollToFocus());
  }

  private scrollToFocus(): void {
    // After the page that comes has been scrolled to its beginning.
    setTimeout(() =>
      this.renderRoot.querySelector('.focused')?.scrollIntoView({ block: 'center' }),
    );
  }

  /** Reads the rows while nothing else is to do, so that the first letter and the first header need not wait for it. */
  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('screen')) return;
    const { index } = this;
    const isWanted = () => index === this.index && this.isConnected;
    whileIdle(index.prepare(this.localize.lang), isWanted);
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

  private handleOrder({ target }: Event): void {
    const [column, down] = (target as HTMLSelectElement).value.split(' ');
    const sortColumn = column ? Number(column) : undefined;
    this.change({ sortColumn, descending: down === 'true', page: 0 });
  }

  private handlePage(page: number): void {
    this.change({ page });
    this.focus();
  }

  private handlePageSize({ target }: Event): void {
    const pageSize = Number((target as HTMLSelectElement).value);
    // What was at the top of the page stays on the page.
    const first = this.view.page * this.rowsOnPage;
    this.change({ pageSize, page: Math.floor(first / pageSize) });
  }

  private get rowsOnPage(): number {
    return this.view.pageSize ?? this.pageSize;
  }

  private handleRow(row: ListRow): void {
    const { screen } = this;
    if (screen?.maxSelect === undefined) this.dispatchEvent(new CaseSelectEvent(row.id));
    else this.toggle(row.id, screen.maxSelect);
  }

  private toggle(id: string, most: number): void {
    const chosen = new Set(this.chosen);
    const removed = chosen.delete(id);
    this.full = !removed && chosen.size >= most;
    if (!removed && !this.full) chosen.add(id);
    this.chosen = chosen;
  }

  private handleMany(): void {
    this.dispatchEvent(new CaseSelectManyEvent([...this.chosen]));
  }

  private handleArrows(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const rows = this.renderRoot.querySelectorAll<HTMLElement>('button.choose, .many input');
    const stops = [this.searchInput, ...rows];
    const at = stops.indexOf(event.target as HTMLInputElement);
    const next = at < 0 ? undefined : stops[at + step];
    if (next === undefined || next === null) return;
    event.preventDefault();
    next.focus();
  }

  private handleExport(): void {
    const { screen } = this;
    if (screen === undefined) return;
    const rows = this.index.find(this.view, this.localize.lang);
    saveFile(`${screen.title.trim() || 'list'}.csv`, 'text/csv', listCsv(screen, rows.slice()));
  }

  /** Those on this page that are not chosen yet, as many as may be; where all are, none of them. */
  private handlePageRows(rows: readonly ListRow[], most: number): void {
    const ids = rows.map(({ id }) => id);
    const chosen = new Set(this.chosen);
    if (ids.every((id) => chosen.has(id))) for (const id of ids) chosen.delete(id);
    else for (const id of ids) if (chosen.size < most) chosen.add(id);
    this.full = chosen.size >= most;
    this.chosen = chosen;
  }

  private change(part: Partial<ListView>): void {
    this.view = { ...this.view, ...part };
    this.dispatchEvent(new CaseListViewEvent(this.view));
  }

  override render(): unknown {
    const { screen, problem } = this;
    if (problem !== undefined) return this.renderProblem(problem);
    if (screen === undefined) return this.run.isRunning ? this.renderOpening() : nothing;
    return html`<div part="base" class="page" @keydown=${this.handleArrows}>
      <h1 tabindex="-1">${screen.title}</h1>
      ${screen.rows.length === 0 ? this.renderEmpty(screen) : this.renderFilled(screen)}
    </div>`;
  }

  private renderOpening(): TemplateResult {
    return html`<p class="muted" role="status">${this.localize.strings.app.loading}</p>`;
  }

  private renderProblem(problem: unknown): TemplateResult {
    return html`<div @case-retry=${() => this.reopen()}>
      ${renderOpenProblem(problem, this.localize.strings)}
    </div>`;
  }

  private renderEmpty(screen: ListScreen): TemplateResult {
    const text = this.localize.strings.case.list;
    return html`<slot name="empty">
        <div class="empty">
          <p>
            <strong
              >${screen.emptyText || (screen.isSearched ? text.nothingFound : text.emptyTitle)}</strong
            >
          </p>
          <p>${screen.isSearched ? text.notFound : text.empty(this.owners)}</p>
        </div>
      </slot>
      ${this.renderActions(screen)}`;
  }

  private renderFilled(screen: ListScreen): TemplateResult {
    const { localize, view, rowsOnPage: pageSize } = this;
    const found = this.index.find(view, localize.lang);
    const pages = Math.max(1, Math.ceil(found.length / pageSize));
    const page = Math.min(view.page, pages - 1);
    const rows = found.slice(page * pageSize, (page + 1) * pageSize);
    return html`${this.renderTools(screen, found.length)}
      ${found.length === 0 ? this.renderNoMatch() : this.renderTable(screen, rows)}
      ${pages === 1 && view.pageSize === undefined ? nothing : this.renderPages(page, pages)}
      ${screen.maxSelect === undefined ? nothing : this.renderMany(screen.maxSelect, rows)}
      <button class="link-button" type="button" @click=${this.handleExport}>
        ${this.localize.strings.case.list.export}
      </button>`;
  }

  private renderTools(screen: ListScreen, shown: number): TemplateResult {
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
      ${isTiled(screen) ? this.renderOrder(screen) : nothing} ${this.renderActions(screen)}
      <p class="count muted" role="status">${text.shown(shown, screen.rows.length)}</p>
    </div>`;
  }

  /** Tiles have no headers to sort by. */
  private renderOrder(screen: ListScreen): unknown {
    const text = this.localize.strings.case.list;
    const { sortColumn, descending } = this.view;
    const headed = [...screen.columns.entries()].filter(([, { header }]) => header.trim() !== '');
    if (headed.length === 0) return nothing;
    const option = (column: number, header: string, down: boolean) =>
      html`<option
        value="${column} ${down}"
        .selected=${column === sortColumn && down === descending}
      >
        ${text.order(header, down)}
      </option>`;
    return html`<div class="field">
      <label class="label" for="order">${text.orderBy}</label>
      <select id="order" class="control" @change=${this.handleOrder}>
        <option value="" .selected=${sortColumn === undefined}>${text.ownOrder}</option>
        ${headed.map(([n, { header }]) => [option(n, header, false), option(n, header, true)])}
      </select>
    </div>`;
  }

  private renderActions(screen: ListScreen): TemplateResult {
    const buttons = screen.actions.map(
      (action) =>
        html`<button
          class="button"
          type="button"
          @click=${() => this.dispatchEvent(new CaseActEvent(action.index))}
        >
          ${action.text}
        </button>`,
    );
    return html`<div class="actions">${buttons}<slot name="toolbar"></slot></div>`;
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

  private renderTable(screen: ListScreen, rows: readonly ListRow[]): TemplateResult {
    const render = isTiled(screen) ? renderListTiles : renderListTable;
    return render({
      screen,
      rows,
      slots: this.slots.assign(rows, screen),
      view: this.view,
      chosen: this.chosen,
      focused: screen.focusedRow,
      strings: this.localize.strings.case,
      media: this.media,
      onSort: (column) => this.handleSort(column),
      onRow: (row) => this.handleRow(row),
      onFollow: ({ id }, column) => this.dispatchEvent(new CaseFollowCellEvent(column, id)),
    });
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
      ${this.renderPageSizes()}
    </nav>`;
  }

  private renderPageSizes(): TemplateResult {
    const { rowsOnPage, pageSize } = this;
    const sizes = [...new Set([...PAGE_SIZES, pageSize])].sort((a, b) => a - b);
    return html`<label class="page-size">
      <span>${this.localize.strings.case.list.pageSize}</span>
      <select class="control" @change=${this.handlePageSize}>
        ${sizes.map((size) => html`<option value=${size} .selected=${size === rowsOnPage}>${size}</option>`)}
      </select>
    </label>`;
  }

  private renderMany(most: number, rows: readonly ListRow[]): TemplateResult {
    const text = this.localize.strings.case.list;
    const count = this.chosen.size;
    return html`<div class="many-line">
      <button
        class="button primary"
        type="button"
        ?disabled=${count === 0}
        @click=${this.handleMany}
      >
        ${this.screen?.selectText || text.continueWith(count)}
      </button>
      <button class="button" type="button" @click=${() => this.handlePageRows(rows, most)}>
        ${rows.every(({ id }) => this.chosen.has(id)) ? text.chooseNone : text.chooseAll(rows.length)}
      </button>
      <p class="muted" role="status">${this.full ? text.most(most) : text.chosen(count)}</p>
    </div>`;
  }
}

function isEditable(event: Event): boolean {
  const [target] = event.composedPath();
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  );
}

/** How many rows a page may have: all of one page are there for the browser's own search. */
const PAGE_SIZES = [10, 25, 100, 500] as const;

/** True for a list that was asked for once more, as after a sync: whoever reads it stays where they are. */
function isSameList(before: ListScreen | undefined, now: ListScreen | undefined): boolean {
  return before !== undefined && before.entry === now?.entry && before.datumId === now.datumId;
}

/** True for a list that nobody has searched, sorted or leafed through. */
function isUntouched({ search, sortColumn, page }: ListView): boolean {
  return search === '' && sortColumn === undefined && page === 0;
}

declare global {
  interface HTMLElementTagNameMap {
    'case-list': CaseList;
  }
}
