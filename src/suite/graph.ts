import type { SuiteText } from './suite-text.ts';

/** A graph as the suite describes it. CommCare, `<graph>`. */
export interface GraphDefinition {
  /** `xy`, `bar`, `time`, `bubble`. */
  readonly type: string;
  readonly series: readonly GraphSeriesDefinition[];
  /** Titles, limits and the like by name; `var-…` are variables of the series. */
  readonly configuration: ReadonlyMap<string, SuiteText>;
  readonly annotations: readonly GraphAnnotationDefinition[];
}

export interface GraphAnnotationDefinition {
  readonly x: SuiteText | undefined;
  readonly y: SuiteText | undefined;
  readonly text: SuiteText | undefined;
}

export interface GraphSeriesDefinition {
  readonly nodeset: string;
  /** Relative to a node. */
  readonly x: string;
  readonly y: string;
  /** How large a bubble is. */
  readonly radius: string | undefined;
  readonly configuration: ReadonlyMap<string, SuiteText>;
}

/** A graph with its points, in the order of the app. */
export interface Graph {
  readonly type: string;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly series: readonly GraphSeries[];
  readonly xAxis: GraphAxis;
  readonly yAxis: GraphAxis;
  /** Words at a place of the plot. */
  readonly annotations: readonly GraphAnnotation[];
}

/** What the app settles about an axis. */
export interface GraphAxis {
  /** As the values of the axis are written; `''` leaves the end to the points. */
  readonly min: string;
  readonly max: string;
  /** Values that are named along the axis; without any, its ends are. */
  readonly ticks: readonly GraphTick[];
}

export interface GraphTick {
  readonly value: string;
  readonly text: string;
}

export interface GraphAnnotation {
  readonly x: string;
  readonly y: number;
  readonly text: string;
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
  /** Only in a bubble graph. */
  readonly radius?: number;
}
