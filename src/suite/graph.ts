import type { SuiteText } from './suite-text.ts';

/** A graph as the suite describes it. CommCare, `<graph>`. */
export interface GraphDefinition {
  /** `xy`, `bar`, `time`, `bubble`. */
  readonly type: string;
  readonly series: readonly GraphSeriesDefinition[];
  /** Titles, limits and the like by name; `var-…` are variables of the series. */
  readonly configuration: ReadonlyMap<string, SuiteText>;
}

export interface GraphSeriesDefinition {
  readonly nodeset: string;
  /** Relative to a node. */
  readonly x: string;
  readonly y: string;
  readonly configuration: ReadonlyMap<string, SuiteText>;
}

/** A graph with its points, in the order of the app. */
export interface Graph {
  readonly type: string;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly series: readonly GraphSeries[];
}

export interface GraphSeries {
  /** `''` where the app gives none. */
  readonly name: string;
  readonly points: readonly GraphPoint[];
}

/** `x` is a number, a day or a word; points without a number for `y` are left out. */
export interface GraphPoint {
  readonly x: string;
  readonly y: number;
}
