import type { ListRow } from '../../suite/screen.ts';
import { foldText } from './fold-text.ts';
import type { ListView } from './list-view.ts';

interface IndexedRow {
  readonly row: ListRow;
  /** Every cell and sort key, folded, one a line. */
  readonly haystack: string;
}

/** The rows of a list, folded once, so that each typed letter only has to look. */
export class ListIndex {
  private readonly rows: readonly IndexedRow[];

  constructor(rows: readonly ListRow[]) {
    this.rows = rows.map((row) => ({ row, haystack: haystackOf(row) }));
  }

  /** The rows in which every word of the search occurs, sorted as the view says; `language` decides on the order of letters. */
  find(view: ListView, language: string): readonly ListRow[] {
    const found = matching(this.rows, view.search);
    if (view.sortColumn === undefined) return found;
    return sorted(found, view.sortColumn, view.descending, language);
  }
}

function haystackOf(row: ListRow): string {
  return `\n${foldText([...row.cells, ...row.sortKeys].join('\n'))}\n`;
}

/**
 * A row of which one cell is exactly what was typed comes first: an id that was typed or scanned is meant. Then come those with the
 * words side by side.
 */
function matching(rows: readonly IndexedRow[], search: string): readonly ListRow[] {
  const folded = foldText(search).trim();
  if (folded === '') return rows.map(({ row }) => row);
  const words = folded.split(/\s+/);
  const found = rows.filter(({ haystack }) => words.every((word) => haystack.includes(word)));
  const exact = found.filter(({ haystack }) => haystack.includes(`\n${folded}\n`));
  const together = found.filter(({ haystack }) => haystack.includes(folded));
  return [...new Set([...exact, ...together, ...found])].map(({ row }) => row);
}

function sorted(
  rows: readonly ListRow[],
  column: number,
  descending: boolean,
  language: string,
): readonly ListRow[] {
  const collator = new Intl.Collator(language, { numeric: true });
  const direction = descending ? -1 : 1;
  return rows.toSorted((left, right) => {
    const a = keyOf(left, column);
    const b = keyOf(right, column);
    // What is not known stays at the end, in either direction.
    if (a === '' || b === '') return Number(a === '') - Number(b === '');
    return direction * compare(a, b, collator);
  });
}

function keyOf(row: ListRow, column: number): string | number {
  const key = row.sortKeys[column] ?? row.cells[column] ?? '';
  return Number.isNaN(key) ? '' : key;
}

function compare(a: string | number, b: string | number, collator: Intl.Collator): number {
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : collator.compare(String(a), String(b));
}
