/** Rows of named cells: what a CSV or GeoJSON file comes to. */
export interface Table {
  readonly columns: readonly string[];
  /** Each row has its cells in the order of `columns`; `undefined` (or a short row) is a cell that is not there. */
  readonly rows: readonly (readonly (string | undefined)[])[];
}
