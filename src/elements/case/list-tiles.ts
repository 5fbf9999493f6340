import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import type { DetailGrid } from '../../suite/detail.ts';
import type { ListColumn, ListRow, ListScreen } from '../../suite/screen.ts';
import type { ListTable } from './list-table.ts';
import { renderValue, type MediaSource } from './render-value.ts';

/** True for a list of which the app says where each field stands in a tile. */
export function isTiled({ columns }: Pick<ListScreen, 'columns'>): boolean {
  return columns.some(({ tile }) => tile !== undefined);
}

/** The rows as tiles: the whole tile answers, and its first words are the button (or the label of the checkbox). */
export function renderListTiles(list: ListTable): TemplateResult {
  return html`<ul part="table" class="plain wide tiles" aria-label=${list.screen.title}>
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
    return html`${rows.map((row) => html`<li class="tile">${renderRow(list, row, () => true, 0)}</li>`)}`;
  }
  return html`<li class="tile group">
    <div class="grid heading">
      ${renderCells(list.screen.columns, first.cells, list.media, isHeader)}
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

function renderRow(
  list: ListTable,
  row: ListRow,
  isShown: (column: ListColumn) => boolean,
  above: number,
): TemplateResult {
  const { columns } = list.screen;
  const named = columns.findIndex(
    (column, place) => isShown(column) && isWords(column) && row.cells[place]?.trim(),
  );
  const name = (words: unknown) => renderChooser(list, row, words);
  return html`<div class="grid">
    ${renderCells(columns, row.cells, list.media, isShown, above, named, name)}
    ${named < 0 ? name(list.text.unnamed) : nothing}
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

/** The fields of a tile, each in its cells; `above` rows of the grid are left out. */
export function renderCells(
  columns: readonly ListColumn[],
  cells: readonly string[],
  media: MediaSource,
  isShown: (column: ListColumn) => boolean = () => true,
  above = 0,
  named = -1,
  name: (words: unknown) => unknown = (words) => words,
): unknown {
  return columns.map((column, place) => {
    const { tile, form } = column;
    if (tile === undefined || !isShown(column)) return nothing;
    const value = renderValue(cells[place] ?? '', form, media);
    return html`<div
      class="cell ${tile.fontSize} ${tile.border ? 'border' : ''} ${tile.shading ? 'shading' : ''}"
      dir="auto"
      ${ref((element) => placeIn(element, tile, above))}
    >
      ${place === named ? name(value) : value}
    </div>`;
  });
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
