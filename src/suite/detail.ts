import type { GraphDefinition } from './graph.ts';
import type { StackOperation } from './stack-operation.ts';
import type { Display, SuiteText } from './suite-text.ts';

/** How a row is shown: the columns of a list, or the pages of one case. */
export interface Detail {
  readonly id: string;
  readonly title: SuiteText;
  /** In a tab: the rows of a table about things related to the case. */
  readonly nodeset: string | undefined;
  readonly relevant: string | undefined;
  readonly fields: readonly DetailField[];
  /** Pages; a detail has either these or fields. */
  readonly tabs: readonly Detail[];
  /** Evaluated for each row, in order; `$name` in its fields. */
  readonly variables: readonly DetailVariable[];
  readonly actions: readonly DetailAction[];
  /** What the button says that goes on with what is chosen. */
  readonly selectText: SuiteText | undefined;
  /** Shown when there is no row. */
  readonly emptyText: SuiteText | undefined;
  readonly group: DetailGroup | undefined;
  /** A condition on a row: a list opens at the first that fulfils it. */
  readonly focus: string | undefined;
  /** How many tiles stand side by side; 1 for a list. */
  readonly tilesAcross: number;
  /** True for a list with a callout to another program, which browsers do not have. */
  readonly hasLookup: boolean;
}

export interface DetailField {
  readonly header: DetailCell;
  readonly template: DetailCell;
  readonly sort: DetailSort | undefined;
  readonly relevant: string | undefined;
  /** Where the field stands in a tile; `undefined` in a table. */
  readonly grid: DetailGrid | undefined;
  /** What a picture says to those who do not see it. */
  readonly alternative: SuiteText | undefined;
  /** The endpoint that the field opens for its row. */
  readonly endpoint: CellEndpoint | undefined;
}

/** Where a cell leads when it is pressed; its row is the argument. */
export interface CellEndpoint {
  readonly id: string;
  /** True for what is done without leaving the list. */
  readonly isBackground: boolean;
}

export interface DetailCell {
  /** `''` text, `markdown`, `image`, `enum-image`, `audio`, `phone`, `address`, `graph`, `clickable-icon` … */
  readonly form: string;
  /** As in the suite; `'0'` hides the column, which is still searched and sorted. */
  readonly width: string | undefined;
  /** `undefined` for what is no text, such as a graph. */
  readonly text: SuiteText | undefined;
  readonly graph?: GraphDefinition | undefined;
}

export interface DetailSort {
  readonly type: 'string' | 'int' | 'double' | 'index';
  /** The lowest sorts first, -2 before 1; `undefined` sorts only when asked for. */
  readonly order: number | undefined;
  readonly direction: 'ascending' | 'descending';
  readonly blanksLast: boolean;
  readonly text: SuiteText | undefined;
}

/** 0-based cells of a tile, which has twelve columns, and how a field looks in them. */
export interface DetailGrid {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly horizontal: 'start' | 'center' | 'end';
  readonly vertical: 'start' | 'center' | 'end';
  readonly fontSize: 'small' | 'medium' | 'large';
  readonly border: boolean;
  readonly shading: boolean;
}

export interface DetailVariable {
  readonly name: string;
  readonly function: string;
}

/** A button beside a list. */
export interface DetailAction {
  readonly display: Display;
  readonly relevant: string | undefined;
  /** Done without the person when the list opens and this condition holds; `undefined` for never. */
  readonly autoLaunch: string | undefined;
  readonly stack: readonly StackOperation[];
}

/** Rows of one value stand together; the first `headerRows` rows of their tiles are shown once. */
export interface DetailGroup {
  readonly function: string;
  readonly headerRows: number;
}
