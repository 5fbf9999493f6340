import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ListScreen } from '../../suite/screen.ts';
import { icon } from '../shared/icon.ts';
import type { CaseStrings } from '../strings/case-strings.ts';
import { isTiled } from './list-tiles.ts';
import type { ListView } from './list-view.ts';

/** What lies above a list, and whom it tells. */
export interface ListTools {
  readonly screen: ListScreen;
  readonly view: ListView;
  /** How many rows were found. */
  readonly found: number;
  /** Whether `/` goes to the search. */
  readonly hasShortcut: boolean;
  readonly strings: CaseStrings['list'];
  readonly onSearch: (search: string) => void;
  readonly onOrder: (column: number | undefined, descending: boolean) => void;
  /** An action of the app is pressed. */
  readonly onAct: (index: number) => void;
}

/** The search, the order of tiles, what else can be done, and how many rows are shown. */
export function renderListTools(tools: ListTools): TemplateResult {
  const { screen, found, strings } = tools;
  return html`<div class="tools wide">
    ${renderSearch(tools)} ${isTiled(screen) ? renderOrder(tools) : nothing}
    ${renderListActions(tools)}
    <p class="count muted" role="status">${strings.shown(found, screen.rows.length)}</p>
  </div>`;
}

function renderSearch({ view, strings, hasShortcut, onSearch }: ListTools): TemplateResult {
  return html`<div class="search field" role="search">
    <label class="label" for="search">${strings.search}</label>
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
        aria-keyshortcuts=${hasShortcut ? '/' : nothing}
        aria-describedby="search-hint"
        .value=${live(view.search)}
        @input=${({ target }: Event) => onSearch((target as HTMLInputElement).value)}
      />
    </div>
    <span id="search-hint" class="visually-hidden">${strings.searchHint}</span>
  </div>`;
}

/** Tiles have no headers to sort by. */
function renderOrder(tools: ListTools): unknown {
  const { screen, strings } = tools;
  const headed = [...screen.columns.entries()].filter(([, { header }]) => header.trim() !== '');
  if (headed.length === 0) return nothing;
  return html`<div class="field">
    <label class="label" for="order">${strings.orderBy}</label>
    <select id="order" class="control" @change=${(event: Event) => handleOrder(tools, event)}>
      <option value="" .selected=${tools.view.sortColumn === undefined}>${strings.ownOrder}</option>
      ${headed.map(([column, { header }]) => renderDirections(tools, column, header))}
    </select>
  </div>`;
}

function renderDirections({ view, strings }: ListTools, column: number, header: string): unknown {
  return [false, true].map(
    (down) =>
      html`<option
        value="${column} ${down}"
        .selected=${column === view.sortColumn && down === view.descending}
      >
        ${strings.order(header, down)}
      </option>`,
  );
}

function handleOrder({ onOrder }: ListTools, { target }: Event): void {
  const [column, down] = (target as HTMLSelectElement).value.split(' ');
  onOrder(column ? Number(column) : undefined, down === 'true');
}

/** The buttons that the app puts beside a list, and those of the page around. */
export function renderListActions({
  screen,
  onAct,
}: Pick<ListTools, 'screen' | 'onAct'>): TemplateResult {
  const buttons = screen.actions.map(
    ({ index, text }) =>
      html`<button class="button" type="button" @click=${() => onAct(index)}>${text}</button>`,
  );
  return html`<div class="actions">${buttons}<slot name="toolbar"></slot></div>`;
}
