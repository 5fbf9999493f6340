import { html, nothing, type TemplateResult } from 'lit';
import type { Graph } from '../../suite/graph.ts';
import type { CaseStrings } from '../strings/case-strings.ts';
import { GraphPlot, lookOf, PLOT_HEIGHT, PLOT_WIDTH } from './graph-plot.ts';

/** A graph as a picture, and below it, for everybody who wants the numbers, as a table. */
export function renderGraph(graph: Graph, text: CaseStrings['detail']): TemplateResult {
  const points = graph.series.flatMap((series) => series.points);
  if (points.length === 0) return html`<span class="muted">${text.noValue}</span>`;
  const name = [graph.yTitle, graph.xTitle].filter(Boolean).join(' / ') || text.graph;
  return html`<figure class="graph">
    <svg viewBox="0 0 ${PLOT_WIDTH} ${PLOT_HEIGHT}" role="img" aria-label=${name}>
      ${new GraphPlot(graph, points).render()}
    </svg>
    ${renderLegend(graph)} ${renderAnnotations(graph)}
    <details>
      <summary>${text.numbers}</summary>
      ${renderTable(graph)}
    </details>
  </figure>`;
}

/** Where one series is drawn there is nothing to tell apart. */
function renderLegend({ series }: Graph): unknown {
  if (series.length < 2) return nothing;
  return html`<ul class="legend">
    ${series.map(
      ({ name }, at) =>
        html`<li>
          <svg class="swatch" viewBox="0 0 24 8" aria-hidden="true">
            <path class="line ${lookOf(at)}" d="M0 4H24" />
          </svg>
          ${name || at + 1}
        </li>`,
    )}
  </ul>`;
}

/** What the picture says at its places, for those who do not see it and where it is too small to read. */
function renderAnnotations({ annotations }: Graph): unknown {
  if (annotations.length === 0) return nothing;
  return html`<ul class="annotations">
    ${annotations.map(({ x, y, text }) => html`<li><b>${text}</b> (${x}, ${y})</li>`)}
  </ul>`;
}

function renderTable({ series, xTitle, yTitle }: Graph): TemplateResult {
  const rows = series.flatMap(({ name, points }, at) =>
    points.map(
      ({ x, y }) =>
        html`<tr>
          <td>${name || at + 1}</td>
          <td>${x}</td>
          <td>${y}</td>
        </tr>`,
    ),
  );
  return html`<table>
    <thead>
      <tr>
        <th scope="col">#</th>
        <th scope="col">${xTitle || 'x'}</th>
        <th scope="col">${yTitle || 'y'}</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}
