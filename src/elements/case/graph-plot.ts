import { svg } from 'lit';
import type { Graph, GraphAnnotation, GraphPoint, GraphTick } from '../../suite/graph.ts';

/** Units of the picture. */
export const PLOT_WIDTH = 480;
export const PLOT_HEIGHT = 240;

const LEFT = 48;
const TOP = 28;
const BOTTOM = 44;
const RIGHT = 12;
/** Series after these are drawn as the first ones again; the table tells them apart. */
const LOOKS = 4;
const DAY = 86_400_000;
const SMALLEST_BUBBLE = 3;
const LARGEST_BUBBLE = 16;

/** The class of the colour and dashes of a series, by its place. */
export function lookOf(series: number): string {
  return `look-${series % LOOKS}`;
}

/** What is drawn of a graph: axes with their limits, its series, and the words at its places. */
export class GraphPlot {
  readonly #graph: Graph;
  readonly #columns: Columns;
  readonly #low: number;
  readonly #high: number;
  readonly #largest: number;

  /** `points` are those of all series, one at least. */
  constructor(graph: Graph, points: readonly GraphPoint[]) {
    const { type, yAxis } = graph;
    this.#graph = graph;
    this.#columns = new Columns(graph, points);
    const values = points.map(({ y }) => y);
    const least = Math.min(...values);
    this.#low = limit(yAxis.min) ?? (type === 'bar' ? Math.min(0, least) : least);
    this.#high = Math.max(limit(yAxis.max) ?? Math.max(...values), this.#low + 1);
    this.#largest = Math.max(1, ...points.map(({ radius = 0 }) => radius || 0));
  }

  render(): unknown {
    const { series, type, annotations } = this.#graph;
    const draw = type === 'bar' ? this.#bars : this.#line;
    const drawn = series.map(({ points }, at) => draw.call(this, points, at));
    // What lies beyond the limits of the app is cut off. Every plot has the same room, so one name serves all on a page.
    return svg`<clipPath id="plot"><rect x=${LEFT} y=${TOP - 8} width=${PLOT_WIDTH - LEFT - RIGHT + 4}
        height=${PLOT_HEIGHT - TOP - BOTTOM + 8} /></clipPath>
      ${this.#frame()}<g clip-path="url(#plot)">${drawn}</g>
      ${annotations.map((each) => this.#annotation(each))}`;
  }

  #frame(): unknown {
    const bottom = PLOT_HEIGHT - BOTTOM;
    const { xTitle, yTitle } = this.#graph;
    return svg`<path class="axis" d="M${LEFT} ${TOP - 8}V${bottom}H${PLOT_WIDTH - RIGHT}" />
      ${this.#yTicks().map(({ value, text }) => this.#yTick(Number(value), text))}
      ${this.#xTicks()}
      <text x=${LEFT} y="15">${yTitle}</text>
      <text x=${(LEFT + PLOT_WIDTH) / 2} y=${PLOT_HEIGHT - 6} text-anchor="middle">${xTitle}</text>`;
  }

  #yTicks(): readonly GraphTick[] {
    const { ticks } = this.#graph.yAxis;
    const known = ticks.filter(({ value }) => limit(value) !== undefined);
    if (known.length > 0) return known;
    return [this.#low, this.#high].map((end) => ({ value: String(end), text: short(end) }));
  }

  #yTick(value: number, text: string): unknown {
    return svg`<text x=${LEFT - 6} y=${this.#y(value) + 4} text-anchor="end">${text}</text>`;
  }

  #xTicks(): unknown {
    const y = PLOT_HEIGHT - BOTTOM + 16;
    return this.#columns.ticks.map(({ share, text }) => {
      const anchor = share === 0 ? 'start' : share === 1 ? 'end' : 'middle';
      return svg`<text x=${this.#at(share)} y=${y} text-anchor=${anchor}>${text}</text>`;
    });
  }

  #line(points: readonly GraphPoint[], at: number): unknown {
    const drawn = points.toSorted((a, b) => this.#x(a) - this.#x(b));
    const path = drawn.map((point) => `${this.#x(point)} ${this.#y(point.y)}`).join('L');
    const look = lookOf(at);
    const isBubble = this.#graph.type === 'bubble';
    const dots = drawn.map((point) => {
      const r = isBubble ? this.#radius(point) : SMALLEST_BUBBLE;
      const kind = isBubble ? `bubble ${look}` : look;
      return svg`<circle class=${kind} cx=${this.#x(point)} cy=${this.#y(point.y)} r=${r} />`;
    });
    // A path without a point is an error in the console.
    const isLine = !isBubble && path !== '';
    return svg`${isLine ? svg`<path class="line ${look}" d="M${path}" />` : ''}${dots}`;
  }

  /** The eye compares areas. */
  #radius({ radius = 0 }: GraphPoint): number {
    const share = Math.sqrt(Math.max(0, radius || 0) / this.#largest);
    return SMALLEST_BUBBLE + share * (LARGEST_BUBBLE - SMALLEST_BUBBLE);
  }

  #bars(points: readonly GraphPoint[], at: number): unknown {
    const all = this.#columns.count * this.#graph.series.length;
    const width = Math.max(1, (PLOT_WIDTH - LEFT - RIGHT) / (all * 1.5));
    const zero = this.#y(Math.max(0, this.#low));
    return points.map((point) => {
      const y = this.#y(point.y);
      const x = this.#x(point) + (at - this.#graph.series.length / 2) * width;
      return svg`<rect class=${lookOf(at)} x=${x} y=${Math.min(y, zero)} width=${width}
        height=${Math.max(1, Math.abs(zero - y))} />`;
    });
  }

  /** Words begin or end at their place, so that they stay in the picture. */
  #annotation({ x, y, text }: GraphAnnotation): unknown {
    const share = this.#columns.share(x);
    if (share === undefined || share < 0 || share > 1) return '';
    const anchor = share > 0.5 ? 'end' : 'start';
    return svg`<text class="annotation" x=${this.#at(share)} y=${this.#y(y) - 8}
      text-anchor=${anchor}>${text}</text>`;
  }

  #x({ x }: GraphPoint): number {
    return this.#at(this.#columns.share(x) ?? 0);
  }

  #at(share: number): number {
    const inset = this.#graph.type === 'bar' ? 24 : 4;
    return LEFT + inset + share * (PLOT_WIDTH - LEFT - RIGHT - 2 * inset);
  }

  #y(value: number): number {
    const share = (value - this.#low) / (this.#high - this.#low);
    return PLOT_HEIGHT - BOTTOM - 4 - share * (PLOT_HEIGHT - BOTTOM - TOP - 8);
  }
}

/** Where the values of the x axis lie, from 0 to 1: numbers and days by their distance, words side by side. */
class Columns {
  readonly #graph: Graph;
  readonly #names: readonly string[];
  readonly #isScale: boolean;
  readonly #low: number;
  readonly #high: number;

  constructor(graph: Graph, points: readonly GraphPoint[]) {
    this.#graph = graph;
    this.#names = [...new Set(points.map(({ x }) => x))];
    const numbers = this.#names.map((x) => this.#number(x));
    this.#isScale = graph.type !== 'bar' && numbers.every((number) => Number.isFinite(number));
    const values = this.#isScale ? numbers : [...this.#names.keys()];
    this.#low = this.#limit(graph.xAxis.min) ?? Math.min(...values);
    this.#high = this.#limit(graph.xAxis.max) ?? Math.max(...values);
  }

  get count(): number {
    return this.#names.length;
  }

  /** `undefined` for a word that has no place. */
  share(x: string): number | undefined {
    const value = this.#isScale ? this.#number(x) : this.#names.indexOf(x);
    if (!Number.isFinite(value) || (!this.#isScale && value < 0)) return undefined;
    return (value - this.#low) / (this.#high - this.#low || 1);
  }

  get ticks(): readonly { readonly share: number; readonly text: string }[] {
    const named = this.#graph.xAxis.ticks.flatMap(({ value, text }) => {
      const share = this.share(value);
      return share === undefined || share < 0 || share > 1 ? [] : [{ share, text }];
    });
    return named.length > 0 ? named : this.#ends();
  }

  #ends() {
    const { min, max } = this.#graph.xAxis;
    const sorted = this.#names.toSorted((a, b) => (this.share(a) ?? 0) - (this.share(b) ?? 0));
    const first = this.#limit(min) === undefined ? (sorted[0] ?? '') : min;
    const last = this.#limit(max) === undefined ? (sorted.at(-1) ?? '') : max;
    return [
      { share: 0, text: first },
      { share: 1, text: last },
    ];
  }

  #limit(text: string): number | undefined {
    const value = this.#number(text);
    return this.#isScale && text !== '' && Number.isFinite(value) ? value : undefined;
  }

  #number(text: string): number {
    return this.#graph.type === 'time' ? Date.parse(text) / DAY : Number(text);
  }
}

function limit(text: string): number | undefined {
  const value = Number(text);
  return text !== '' && Number.isFinite(value) ? value : undefined;
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
