/** A table as it stands in a spreadsheet or a CSV file: text in all cells, the headings first. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly SheetCells[];
}

export type SheetCells = readonly string[];

/** What a sheet is about. */
export type SheetKind = 'people' | 'groups' | 'levels' | 'locations' | 'table';

/** A column as the page and the template tell of it. */
export interface SheetColumn {
  readonly heading: string;
  /** It may come several times, as `group 1`, `group 2`, or with a name of its own after the heading. */
  readonly repeats?: 'numbered' | 'named';
}
