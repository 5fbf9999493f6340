import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ListColumn, ListRow, ListScreen } from '../../suite/screen.ts';
import { icon } from '../shared/icon.ts';
import type { CaseStrings } from '../strings/case-strings.ts';
import type { ListView } from './list-view.ts';
import { renderCell } from './render-cell.ts';
import { renderValue, type MediaSource } from './render-value.ts';

/** What the table of a list shows, and whom it tells. */
export interface ListTable {
  readonly screen: ListScreen;
  /** The rows of this page. */
  readonly rows: readonly ListRow[];
  /** By row: which part of the page shows it. */
  readonly slots: readonly number[];
  readonly view: ListView;
  /** The row at which the app opens the list. */
  readonly focused: string | undefined;
  /** The rows chosen so far, where several may be. */
  readonly chosen: ReadonlySet<string>;
  readonly strings: CaseStrings;
  readonly media: MediaSource;
  readonly onSort: (column: number) => void;
  readonly onRow: (row: ListRow) => void;
  /** A cell that leads somewhere is pressed. */
  readonly onFollow: (row: ListRow, column: number) => void;
}

interface PlacedColumn extends ListColumn {
  /** Its place among all columns, hidden ones counted. */
  readonly place: number;
  readonly numeric: boolean;
}

/** The table: one button, or one checkbox where several rows may be chosen, in the first cell of each row. */
export function renderListTable(table: ListTable): TemplateResult {
  const columns = visibleColumns(table.screen);
  // The roles are spelt out because the narrow layout takes the table's own away with its display.
  return html`<div class="wide container">
    <table part="table" role="table" aria-label=${table.screen.title}>
      <thead role="rowgroup">
        <tr role="row">
          ${columns.map((column) => renderHeader(table, column))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${repeat(
          table.rows,
          (_, index) => table.slots[index],
          (row, index) => renderRow(table, columns, row, index),
        )}
      </tbody>
    </table>
  </div>`;
}

function visibleColumns(screen: ListScreen): PlacedColumn[] {
  return screen.columns
    .map((column, place) => ({ ...column, place, numeric: place > 0 && column.isNumeric }))
    .filter((column) => !column.hidden);
}

function renderHeader(table: ListTable, column: PlacedColumn): TemplateResult {
  const { view } = table;
  const text = table.strings.list;
  const active = view.sortColumn === column.place;
  const direction = view.descending ? 'descending' : 'ascending';
  return html`<th
    role="columnheader"
    scope="col"
    class=${column.numeric ? 'numeric' : ''}
    aria-sort=${active ? direction : nothing}
  >
    ${
      column.header.trim() === ''
        ? nothing
        : html`<button
            class="sort"
            type="button"
            title=${text.sortBy(column.header)}
            @click=${() => table.onSort(column.place)}
          >
            <span>${column.header}</span>${active ? icon(direction) : nothing}
          </button>`
    }
  </th>`;
}

function renderRow(
  table: ListTable,
  columns: readonly PlacedColumn[],
  row: ListRow,
  index: number,
): TemplateResult {
  const [first, ...others] = columns;
  return html`<tr
    role="row"
    data-row=${row.id}
    class="${startsGroup(table, index) ? 'group-start' : ''} ${isFocused(table, row) ? 'focused' : ''}"
    aria-current=${isFocused(table, row) ? 'true' : nothing}
    @click=${(event: Event) => handleRowClick(table, row, event)}
  >
    ${renderFirst(table, row, first)} ${others.map((column) => renderColumn(table, row, column))}
  </tr>`;
}

/** True for the row at which the app opens the list. */
export function isFocused({ focused }: ListTable, row: ListRow): boolean {
  return focused !== undefined && row.id === focused;
}

// The order of the app keeps a group together; any other order does not.
function startsGroup({ rows, view }: ListTable, index: number): boolean {
  if (view.sortColumn !== undefined || index === 0) return false;
  return rows[index]?.group !== rows[index - 1]?.group;
}

// The whole line answers to the mouse, but not while its text is being marked for copying.
function handleRowClick(table: ListTable, row: ListRow, event: Event): void {
  const onControl = (event.target as Element).closest('button, label, a, audio') !== null;
  if (!onControl && document.getSelection()?.type !== 'Range') table.onRow(row);
}

function renderFirst(
  table: ListTable,
  row: ListRow,
  column: PlacedColumn | undefined,
): TemplateResult {
  const content = nameOf(table, row, column);
  const action = column?.endpoint && renderCell(table, row, column.place);
  return html`<th role="rowheader" scope="row">
    ${
      table.screen.maxSelect === undefined
        ? html`<button class="choose" type="button" @click=${() => table.onRow(row)}>
            ${content}
          </button>`
        : html`<label class="choose many">
            <input
              type="checkbox"
              .checked=${live(table.chosen.has(row.id))}
              @change=${() => table.onRow(row)}
            />
            <span>${content}</span>
          </label>`
    }
    ${action}
  </th>`;
}

/** What the button of a row says: its first cell, or where that holds no words, the first that does. */
function nameOf(table: ListTable, row: ListRow, column: PlacedColumn | undefined): unknown {
  const cell = row.cells[column?.place ?? 0]?.trim() ?? '';
  const form = column?.form ?? '';
  if (column?.endpoint !== undefined) return wordsOf(table, row);
  const plain = !WORDLESS.has(form);
  if (plain && cell !== '') return renderValue(cell, form, table.media);
  const words = wordsOf(table, row);
  return plain
    ? words
    : html`${form === 'phone' ? cell : renderCell(table, row, column?.place ?? 0)} ${words}`;
}

/** Forms of cells that a button cannot be called by. */
const WORDLESS: ReadonlySet<string> = new Set([
  'image',
  'enum-image',
  'clickable-icon',
  'audio',
  'phone',
  'graph',
]);

function wordsOf({ screen, strings }: ListTable, row: ListRow): string {
  const place = screen.columns.findIndex(
    (column, index) => !column.hidden && column.form === '' && row.cells[index]?.trim(),
  );
  return row.cells[place]?.trim() || strings.list.unnamed;
}

function renderColumn(table: ListTable, row: ListRow, column: PlacedColumn): TemplateResult {
  const cell = row.cells[column.place] ?? '';
  const isBlank = cell.trim() === '' && column.form !== 'graph';
  const classes = `${column.numeric ? 'numeric' : ''} ${isBlank ? 'blank' : ''}`;
  return html`<td role="cell" class=${classes}>
    <span class="cell-label" aria-hidden="true">${column.header}</span
    ><span class="value" dir="auto">${renderCell(table, row, column.place)}</span>
  </td>`;
}
