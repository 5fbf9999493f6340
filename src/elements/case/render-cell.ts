import { html } from 'lit';
import type { ListRow } from '../../suite/screen.ts';
import type { ListTable } from './list-table.ts';
import { renderGraph } from './render-graph.ts';
import { renderValue } from './render-value.ts';

/** One cell of a list, by the place of its column: what it says, or the button for what it does. */
export function renderCell(list: ListTable, row: ListRow, place: number): unknown {
  const column = list.screen.columns[place];
  if (column === undefined) return '';
  const graph = row.graph?.(place);
  if (graph !== undefined) return renderGraph(graph, list.strings.detail);
  const alternative = row.alternative?.(place) ?? '';
  const value = renderValue(row.cells[place] ?? '', column.form, list.media, alternative);
  if (column.endpoint === undefined) return value;
  // A picture that says nothing would leave the button without a name.
  const name = alternative || column.header;
  return html`<button
    class="follow"
    data-column=${place}
    type="button"
    title=${name}
    @click=${() => list.onFollow(row, place)}
  >
    ${column.form === '' ? value : html`${value}<span class="visually-hidden">${alternative ? '' : name}</span>`}
  </button>`;
}
