import type { ListRow, ListScreen } from '../../suite/screen.ts';

// A spreadsheet takes what begins so for a formula, and would run it.
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;

/** These rows of a list as a table for a spreadsheet (RFC 4180, with a mark that it is UTF-8): what is shown, in that order. */
export function listCsv({ columns }: ListScreen, rows: readonly ListRow[]): string {
  const places = [...columns.keys()].filter((place) => columns[place]?.hidden === false);
  const lines = rows.map((row) => places.map((place) => row.cells[place] ?? ''));
  const headers = places.map((place) => columns[place]?.header ?? '');
  return `\ufeff${[headers, ...lines].map((line) => `${line.map(csvCell).join(',')}\r\n`).join('')}`;
}

function csvCell(text: string): string {
  const harmless = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
