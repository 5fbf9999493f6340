import { guarded } from './formula-guard.ts';
import type { Sheet } from './sheet.ts';

/** A sheet as CSV (RFC 4180) with a byte order mark, without which Excel would not take it for UTF-8. */
export async function writeCsv({ rows }: Sheet): Promise<string> {
  const { default: papa } = await import('papaparse');
  return `\uFEFF${papa.unparse(rows.map((cells) => cells.map(guarded)))}\r\n`;
}

/** The sheets as one Excel file. All cells are text: nothing in them is ever a formula. */
export async function writeExcel(sheets: readonly Sheet[]): Promise<Blob> {
  const { default: write } = await import('write-excel-file/universal');
  return write(
    sheets.map(({ name, rows }) => ({
      sheet: name,
      data: rows.map((cells, at) => cells.map((value) => cell(value, at === 0))),
    })),
  ).toBlob();
}

function cell(value: string, isHeading: boolean) {
  if (value === '') return null;
  return isHeading ? { type: String, value, fontWeight: 'bold' as const } : { type: String, value };
}
