import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
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
import { saveFile } from '../shared/save-file.ts';
import { richTextStyles } from '../shared/rich-text.styles.ts';
import { caseListStyles } from './case-list.styles.ts';
import { CasePage } from './case-page.ts';
import { ChosenRows } from './chosen-rows.ts';
import { EmbeddedRun, isGiven } from './embedding.ts';
import { listCsv } from './list-csv.ts';
import { ListFinder } from './list-finder.ts';
import { renderListPages } from './list-pages.ts';
import { renderListTable } from './list-table.ts';
import { isTiled, renderListTiles } from './list-tiles.ts';
import { renderListActions, renderListTools } from './list-tools.ts';
import { graphStyles } from './graph.styles.ts';
import { initialListView, type ListView } from './list-view.ts';
import { loadProblems } from './load-problems.ts';
import { pageStyles } from './page.styles.ts';
import type { MediaSource } from './render-value.ts';
import { renderOpenProblem } from './render-open-problem.ts';
import { RowSlots } from './row-slots.ts';
import { tileStyles } from './tile.styles.ts';

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
  private readonly finder = new ListFinder(this);
  private readonly slots = new RowSlots();

  @query('#search') private searchInput!: HTMLInputElement | null;

  @state() private chosen = new ChosenRows();

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
    this.finder.setRows(rows, this.screen?.fuzzySearch ?? false);
    // After a sync the list is new, and what was chosen and is still there stays chosen.
    this.chosen = this.chosen.among(rows);
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

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('screen')) this.finder.readAhead(this.localize.lang, () => this.isConnected);
  }

  /** Also when very many rows have to be read before what was asked for can be shown. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isDone = await super.getUpdateComplete();
    if (this.finder.reading === undefined) return isDone;
    await this.finder.reading;
    return this.getUpdateComplete();
  }

  private readonly handleShortcut = (event: KeyboardEvent): void => {
    const modified = event.ctrlKey || event.altKey || event.metaKey;
    if (event.key !== '/' || modified || this.noShortcuts || isEditable(event)) return;
    event.preventDefault();
    this.searchInput?.focus();
  };

  private handleSearch(search: string): void {
    this.change({ search, page: 0 });
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

  private handlePageSize(pageSize: number): void {
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
    else this.chosen = this.chosen.toggle(row.id, screen.maxSelect);
  }

  private handleAct(index: number): void {
    this.dispatchEvent(new CaseActEvent(index));
  }

  private handleMany(): void {
    this.dispatchEvent(new CaseSelectManyEvent([...this.chosen.ids]));
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
    const rows = this.finder.findNow(this.view, this.localize.lang);
    saveFile(`${screen.title.trim() || 'list'}.csv`, 'text/csv', listCsv(screen, rows.slice()));
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
      ${renderListActions({ screen, onAct: (index) => this.handleAct(index) })}`;
  }

  private renderFilled(screen: ListScreen): TemplateResult {
    const { localize, view, rowsOnPage: pageSize } = this;
    const found = this.finder.find(view, localize.lang);
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

  private renderTools(screen: ListScreen, found: number): TemplateResult {
    return renderListTools({
      screen,
      view: this.view,
      found,
      hasShortcut: !this.noShortcuts,
      strings: this.localize.strings.case.list,
      onSearch: (search) => this.handleSearch(search),
      onOrder: (sortColumn, descending) => this.change({ sortColumn, descending, page: 0 }),
      onAct: (index) => this.handleAct(index),
    });
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
      chosen: this.chosen.ids,
      focused: screen.focusedRow,
      strings: this.localize.strings.case,
      media: this.media,
      onSort: (column) => this.handleSort(column),
      onRow: (row) => this.handleRow(row),
      onFollow: ({ id }, column) => this.dispatchEvent(new CaseFollowCellEvent(column, id)),
    });
  }

  private renderPages(page: number, pages: number): TemplateResult {
    return renderListPages({
      page,
      pages,
      pageSize: this.rowsOnPage,
      ownPageSize: this.pageSize,
      strings: this.localize.strings.case.list,
      onPage: (to) => this.handlePage(to),
      onPageSize: (pageSize) => this.handlePageSize(pageSize),
    });
  }

  private renderMany(most: number, rows: readonly ListRow[]): TemplateResult {
    const text = this.localize.strings.case.list;
    const count = this.chosen.size;
    const takesMore = this.chosen.takesMore(rows, most);
    return html`<div class="many-line">
      <button
        class="button primary"
        type="button"
        ?disabled=${count === 0}
        @click=${this.handleMany}
      >
        ${this.screen?.selectText || text.continueWith(count)}
      </button>
      <button
        class="button"
        type="button"
        ?disabled=${!takesMore && !this.chosen.hasAny(rows)}
        @click=${() => (this.chosen = this.chosen.togglePage(rows, most))}
      >
        ${takesMore ? text.chooseAll(rows.length) : text.chooseNone}
      </button>
      <p class="muted" role="status">
        ${this.chosen.isFull ? text.most(most) : text.chosen(count)}
      </p>
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
