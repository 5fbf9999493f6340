import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import type { DetailGrid } from '../../suite/detail.ts';
import type { ListColumn, ListRow, ListScreen } from '../../suite/screen.ts';
import { isFocused, type ListTable } from './list-table.ts';
import { renderCell } from './render-cell.ts';

/** True for a list of which the app says where each field stands in a tile. */
export function isTiled({ columns }: Pick<ListScreen, 'columns'>): boolean {
  return columns.some(({ tile }) => tile !== undefined);
}

/** The rows as tiles: the whole tile answers, and its first words are the button (or the label of the checkbox). */
export function renderListTiles(list: ListTable): TemplateResult {
  const { title, tilesAcross = 1 } = list.screen;
  return html`<ul
    part="table"
    class="plain wide tiles"
    aria-label=${title}
    ${ref((element) => setAcross(element, tilesAcross))}
  >
    ${repeat(
      groupsOf(list),
      ([first]) => list.slots[list.rows.indexOf(first!)],
      (rows) => renderGroup(list, rows),
    )}
  </ul>`;
}

/** Rows that share a header; each row by itself where there are no groups. The order of a person keeps no group together. */
function groupsOf({ rows, screen, view }: ListTable): readonly (readonly ListRow[])[] {
  if (screen.headerRows === undefined || view.sortColumn !== undefined)
    return rows.map((row) => [row]);
  const groups: ListRow[][] = [];
  for (const row of rows) {
    const group = groups.at(-1);
    if (group?.[0] !== undefined && group[0].group === row.group) group.push(row);
    else groups.push([row]);
  }
  return groups;
}

function renderGroup(list: ListTable, rows: readonly ListRow[]): TemplateResult {
  const height = list.screen.headerRows ?? 0;
  const [first] = rows;
  const isHeader = ({ tile }: ListColumn) => tile !== undefined && tile.y + tile.height <= height;
  if (height === 0 || first === undefined) {
    return html`${rows.map((row) => renderTile(list, row))}`;
  }
  return html`<li class="tile group">
    <div class="grid heading">
      ${renderCells(list.screen.columns, { value: (place) => renderCell(list, first, place), isShown: isHeader })}
    </div>
    <ul class="plain">
      ${rows.map(
        (row) =>
          html`<li class="member">
            ${renderRow(list, row, (column) => !isHeader(column), height)}
          </li>`,
      )}
    </ul>
  </li>`;
}

function renderTile(list: ListTable, row: ListRow): TemplateResult {
  const focused = isFocused(list, row);
  return html`<li
    class="tile ${focused ? 'focused' : ''}"
    aria-current=${focused ? 'true' : nothing}
  >
    ${renderRow(list, row, () => true, 0)}
  </li>`;
}

function renderRow(
  list: ListTable,
  row: ListRow,
  isShown: (column: ListColumn) => boolean,
  above: number,
): TemplateResult {
  const { columns } = list.screen;
  const named = columns.findIndex(
    (column, place) =>
      isShown(column) && isWords(column) && !column.endpoint && row.cells[place]?.trim(),
  );
  const name = (words: unknown) => renderChooser(list, row, words);
  return html`<div class="grid" data-row=${row.id}>
    ${renderCells(columns, {
      value: (place) =>
        place === named ? name(renderCell(list, row, place)) : renderCell(list, row, place),
      isShown,
      above,
    })}
    ${named < 0 ? name(list.strings.list.unnamed) : nothing}
  </div>`;
}

function isWords({ tile, form }: ListColumn): boolean {
  return tile !== undefined && (form === '' || form === 'markdown' || form === 'address');
}

function renderChooser(list: ListTable, row: ListRow, words: unknown): TemplateResult {
  return list.screen.maxSelect === undefined
    ? html`<button class="choose whole" type="button" @click=${() => list.onRow(row)}>
        ${words}
      </button>`
    : html`<label class="choose whole many">
        <input
          type="checkbox"
          .checked=${live(list.chosen.has(row.id))}
          @change=${() => list.onRow(row)}
        />
        <span>${words}</span>
      </label>`;
}

/** What the cells of a tile hold. */
export interface TileCells {
  /** By the place of the column. */
  readonly value: (place: number) => unknown;
  readonly isShown?: (column: ListColumn) => boolean;
  /** Rows of the grid that are left out above. */
  readonly above?: number;
}

/** The fields of a tile, each where the app puts it. */
export function renderCells(
  columns: readonly ListColumn[],
  { value, isShown = () => true, above = 0 }: TileCells,
): unknown {
  return columns.map((column, place) => {
    const { tile } = column;
    if (tile === undefined || !isShown(column)) return nothing;
    return html`<div
      class="cell ${tile.fontSize} ${tile.border ? 'border' : ''} ${tile.shading ? 'shading' : ''}"
      ${ref((element) => placeIn(element, tile, above))}
    >
      ${isWords(column) ? html`<bdi dir="auto">${value(place)}</bdi>` : value(place)}
    </div>`;
  });
}

// As many tiles side by side as the app asks for, and fewer where they would be too narrow.
function setAcross(element: Element | undefined, across: number): void {
  if (!(element instanceof HTMLElement)) return;
  element.style.setProperty('--_across', String(across));
}

// Set by script, because a strict page lets no style stand in its markup.
function placeIn(element: Element | undefined, tile: DetailGrid, above: number): void {
  if (!(element instanceof HTMLElement)) return;
  const { style } = element;
  style.gridColumn = `${tile.x + 1} / span ${Math.max(1, tile.width)}`;
  style.gridRow = `${tile.y - above + 1} / span ${Math.max(1, tile.height)}`;
  style.justifyContent = tile.horizontal;
  style.textAlign = tile.horizontal;
  style.alignItems = tile.vertical;
}
