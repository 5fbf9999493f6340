import { html, type TemplateResult } from 'lit';
import type { DetailRow, DetailTab, DetailTable } from '../../suite/screen.ts';
import type { CaseStrings } from '../strings/case-strings.ts';
import { renderGraph } from './render-graph.ts';
import { renderValue, type MediaSource } from './render-value.ts';

type Text = CaseStrings['detail'];

/** What one tab of a detail says: names and values, or a table of related things. Needs `detailContentStyles`. */
export function renderDetailContent(
  { rows, table }: DetailTab,
  text: Text,
  media: MediaSource,
): TemplateResult {
  if (table !== undefined) return renderTable(table, text, media);
  if (rows.length === 0) return renderNothing(text);
  return html`<dl class="wide rows">
    ${rows.map(
      (row) =>
        html`<div class="row">
          <dt part="property">${row.label}</dt>
          <dd part="value">${renderRowValue(row, text, media)}</dd>
        </div>`,
    )}
  </dl>`;
}

function renderRowValue({ value, form, graph }: DetailRow, text: Text, media: MediaSource) {
  if (graph !== undefined) return renderGraph(graph, text);
  if (value.trim() === '') return html`<span class="muted">${text.noValue}</span>`;
  return html`<div class="value" dir="auto">${renderValue(value, form, media)}</div>`;
}

function renderTable({ columns, rows }: DetailTable, text: Text, media: MediaSource) {
  if (rows.length === 0) return renderNothing(text);
  const shown = columns
    .map((column, place) => ({ ...column, place }))
    .filter(({ hidden }) => !hidden);
  return html`<div class="scroll wide" role="region" tabindex="0" aria-label=${text.table}>
    <table>
      <thead>
        <tr>
          ${shown.map(({ header }) => html`<th scope="col">${header}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${shown.map(
                ({ place, form }) =>
                  html`<td dir="auto">${renderValue(row[place] ?? '', form, media)}</td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function renderNothing(text: Text): TemplateResult {
  return html`<p class="empty">${text.empty}</p>`;
}
