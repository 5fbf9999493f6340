import Papa from 'papaparse';
import { SecondaryInstanceError } from './secondary-instance-error.ts';
import type { Table } from './table.ts';

/** In the order in which ODK prefers them; `|` is what ODK Web Forms adds. */
const DELIMITERS = [',', ';', '\t', '|'];

/**
 * Reads CSV (RFC 4180) as ODK XForms, "Secondary instances from CSV", has it: the first row names the columns. Rows
 * without any text are left out, cells that are missing at the end of a row are empty. `file` names it in errors.
 * Throws {@link SecondaryInstanceError}.
 */
export function parseCsv(source: string, file: string): Table {
  const text = source.replace(/\r\n?/g, '\n');
  const delimiter = delimiterOf(text);
  const { data, errors } = Papa.parse(text, { delimiter, newline: '\n' });
  const place = { text, file, delimiter };
  const [error] = errors;
  if (error !== undefined) {
    throw new SecondaryInstanceError(error.message, file, lineAt(text, error.index ?? 0));
  }
  const [header = [], ...rows] = data;
  const columns = columnsOf(header, place);
  return { columns, rows: rows.flatMap((row, at) => cellsOf(row, at + 1, columns, place)) };
}

/** Where a fault is to be named. */
interface CsvPlace {
  readonly text: string;
  readonly file: string;
  readonly delimiter: string;
}

/** The delimiter that makes the most columns of the header. */
function delimiterOf(text: string): string {
  const header = firstRecord(text);
  const widths = DELIMITERS.map((delimiter) => Papa.parse(header, { delimiter }).data[0]?.length);
  const most = Math.max(...widths.map((width) => width ?? 0));
  return DELIMITERS[widths.indexOf(most)] ?? ',';
}

/** Up to the first end of line that is not within quotes. */
function firstRecord(text: string): string {
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') quoted = !quoted;
    else if (!quoted && character === '\n') return text.slice(0, at);
  }
  return text;
}

function columnsOf(header: readonly string[], place: CsvPlace): string[] {
  const columns = header.map((name) => name.trim());
  while (columns.at(-1) === '') columns.pop();
  columns.forEach((name, at) => {
    if (name === '') throw fault(`column ${at + 1} has no name`, 0, place);
    if (columns.indexOf(name) < at) throw fault(`two columns are called “${name}”`, 0, place);
    rejectNul(name, 0, place);
  });
  return columns;
}

/** The cells of a row in an array, or an empty array for a row without text. */
function cellsOf(
  cells: string[],
  row: number,
  { length }: readonly string[],
  place: CsvPlace,
): string[][] {
  while (cells.length > length && cells.at(-1) === '') cells.pop();
  if (cells.every((cell) => cell === '')) return [];
  if (cells.length > length) {
    throw fault(`${cells.length} cells, but the header names ${length} columns`, row, place);
  }
  for (const cell of cells) rejectNul(cell, row, place);
  while (cells.length < length) cells.push('');
  return [cells];
}

function rejectNul(cell: string, row: number, place: CsvPlace): void {
  if (cell.includes('\0')) {
    throw fault('a NUL character; save the file as CSV in UTF-8', row, place);
  }
}

function fault(reason: string, row: number, { text, file, delimiter }: CsvPlace) {
  const before =
    row === 0 ? 0 : Papa.parse(text, { delimiter, newline: '\n', preview: row }).meta.cursor;
  return new SecondaryInstanceError(reason, file, lineAt(text, before));
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
