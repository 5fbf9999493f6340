import { html, svg, type TemplateResult } from 'lit';
import type { Graph, GraphPoint } from '../../suite/graph.ts';
import type { CaseStrings } from '../strings/case-strings.ts';

const WIDTH = 480;
const HEIGHT = 220;
const LEFT = 48;
const BOTTOM = 28;
const MARGIN = 10;
/** Series after these are drawn as the first ones again; the table tells them apart. */
const LOOKS = 4;

/** A graph as a picture, and below it, for everybody who wants the numbers, as a table. */
export function renderGraph(graph: Graph, text: CaseStrings['detail']): TemplateResult {
  const points = graph.series.flatMap((series) => series.points);
  if (points.length === 0) return html`<span class="muted">${text.noValue}</span>`;
  const name = [graph.yTitle, graph.xTitle].filter(Boolean).join(' / ') || text.graph;
  return html`<figure class="graph">
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${name}>
      ${new Plot(graph, points).render()}
    </svg>
    <details>
      <summary>${text.numbers}</summary>
      ${renderTable(graph)}
    </details>
  </figure>`;
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

class Plot {
  readonly #graph: Graph;
  readonly #places: ReadonlyMap<string, number>;
  readonly #low: number;
  readonly #high: number;

  constructor(graph: Graph, points: readonly GraphPoint[]) {
    this.#graph = graph;
    this.#places = placesOf(graph, points);
    const values = points.map(({ y }) => y);
    const least = Math.min(...values);
    this.#low = graph.type === 'bar' ? Math.min(0, least) : least;
    this.#high = Math.max(...values, this.#low + 1);
  }

  render(): unknown {
    const { series, type } = this.#graph;
    const draw = type === 'bar' ? this.#bars : this.#line;
    return svg`${this.#frame()}${series.map(({ points }, at) => draw.call(this, points, at))}`;
  }

  #frame(): unknown {
    const bottom = HEIGHT - BOTTOM;
    const ends = [...this.#places].toSorted(([, a], [, b]) => a - b);
    const [first = ''] = ends[0] ?? [];
    const [last = ''] = ends.at(-1) ?? [];
    return svg`<path class="axis" d="M${LEFT} ${MARGIN}V${bottom}H${WIDTH - MARGIN}" />
      <text x=${LEFT - 6} y=${MARGIN + 10} text-anchor="end">${short(this.#high)}</text>
      <text x=${LEFT - 6} y=${bottom} text-anchor="end">${short(this.#low)}</text>
      <text x=${LEFT} y=${HEIGHT - 8}>${first}</text>
      <text x=${WIDTH - MARGIN} y=${HEIGHT - 8} text-anchor="end">${last}</text>`;
  }

  #line(points: readonly GraphPoint[], at: number): unknown {
    const drawn = points.toSorted((a, b) => this.#x(a) - this.#x(b));
    const path = drawn.map((point) => `${this.#x(point)} ${this.#y(point.y)}`).join('L');
    const look = `look-${at % LOOKS}`;
    const dots = drawn.map(
      (point) => svg`<circle class=${look} cx=${this.#x(point)} cy=${this.#y(point.y)} r="3" />`,
    );
    // A path without a point is an error in the console.
    const isLine = this.#graph.type !== 'bubble' && path !== '';
    return svg`${isLine ? svg`<path class="line ${look}" d="M${path}" />` : ''}${dots}`;
  }

  #bars(points: readonly GraphPoint[], at: number): unknown {
    const all = this.#places.size * this.#graph.series.length;
    const width = Math.max(1, (WIDTH - LEFT - MARGIN) / (all * 1.5));
    const zero = this.#y(Math.max(0, this.#low));
    return points.map((point) => {
      const y = this.#y(point.y);
      const x = this.#x(point) + (at - this.#graph.series.length / 2) * width;
      return svg`<rect class="look-${at % LOOKS}" x=${x} y=${Math.min(y, zero)} width=${width}
        height=${Math.max(1, Math.abs(zero - y))} />`;
    });
  }

  #x({ x }: GraphPoint): number {
    const share = this.#places.get(x) ?? 0;
    const inset = this.#graph.type === 'bar' ? 24 : 4;
    return LEFT + inset + share * (WIDTH - LEFT - MARGIN - 2 * inset);
  }

  #y(value: number): number {
    const share = (value - this.#low) / (this.#high - this.#low);
    return HEIGHT - BOTTOM - 4 - share * (HEIGHT - BOTTOM - MARGIN - 8);
  }
}

/** Where each `x` lies, from 0 to 1: numbers and days by their distance, words side by side. */
function placesOf({ type }: Graph, points: readonly GraphPoint[]): ReadonlyMap<string, number> {
  const names = [...new Set(points.map(({ x }) => x))];
  const numbers = names.map((x) => (type === 'time' ? Date.parse(x) / 86_400_000 : Number(x)));
  const isScale = type !== 'bar' && numbers.every((number) => Number.isFinite(number));
  const values = isScale ? numbers : [...names.keys()];
  const least = Math.min(...values);
  const width = Math.max(...values) - least || 1;
  return new Map(names.map((name, at) => [name, (values[at]! - least) / width]));
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
