import type { Sheet, SheetCells } from './sheet.ts';

/** A row with its cells by heading. Columns that the sheet has not are `undefined`: what they tell of stays as it is. */
export class SheetRow {
  constructor(
    readonly sheet: string,
    /** As spreadsheets count. */
    readonly number: number,
    private readonly headings: readonly string[],
    private readonly cells: SheetCells,
  ) {}

  /** The cell below a heading, without space around it. Capitals do not count in headings. */
  text(heading: string): string | undefined {
    const at = this.headings.findIndex((each) => isSame(each, heading));
    return at < 0 ? undefined : (this.cells[at] ?? '').trim();
  }

  /** The filled cells below `heading`, `heading 1`, `heading 2` … in their order; `undefined` when there is no such column. */
  list(heading: string): { readonly column: string; readonly value: string }[] | undefined {
    const columns = this.headings.filter((each) => isNumbered(each, heading));
    if (columns.length === 0) return undefined;
    return columns
      .map((column) => ({ column, value: this.text(column) ?? '' }))
      .filter(({ value }) => value !== '');
  }

  /** The cells below `prefix: name`, by name. */
  named(prefix: string): Readonly<Record<string, string>> {
    const columns = this.headings.filter((each) => isNamed(each, prefix));
    return Object.fromEntries(
      columns.map((column) => [column.slice(prefix.length + 1).trim(), this.text(column) ?? '']),
    );
  }
}

export function headingsOf({ rows }: Sheet): string[] {
  return (rows[0] ?? []).map((cell) => cell.trim());
}

/** The rows below the headings that hold anything. */
export function rowsOf(sheet: Sheet): SheetRow[] {
  const headings = headingsOf(sheet);
  return sheet.rows.flatMap((cells, index) =>
    index === 0 || cells.every((cell) => cell.trim() === '')
      ? []
      : [new SheetRow(sheet.name, index + 1, headings, cells)],
  );
}

/** Whether a heading is `word` or `word 3`. */
export function isNumbered(heading: string, word: string): boolean {
  return isSame(heading.replace(/ \d+$/, ''), word);
}

/** Whether a heading is `prefix: anything`. */
export function isNamed(heading: string, prefix: string): boolean {
  return heading.toLowerCase().startsWith(`${prefix}:`);
}

function isSame(heading: string, other: string): boolean {
  return heading.toLowerCase() === other.toLowerCase();
}
