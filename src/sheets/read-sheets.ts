import type { Sheet } from './sheet.ts';
import { unguarded } from './formula-guard.ts';

/** A file that holds no sheets; the message says what it would have to be. */
export class SheetFileError extends Error {
  override readonly name = 'SheetFileError';
}

/** The sheets of an Excel file (`.xlsx`), or the one of a CSV file, called as the file is. Throws SheetFileError. */
export async function readSheets(fileName: string, bytes: Uint8Array): Promise<Sheet[]> {
  if (isZip(bytes)) return readExcel(fileName, bytes);
  if (isOldExcel(bytes))
    throw new SheetFileError(
      `${fileName} is an old Excel file (.xls): save it as .xlsx or as CSV.`,
    );
  const name = fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  return [{ name, rows: await readCsv(fileName, bytes) }];
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function isOldExcel(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf;
}

async function readExcel(fileName: string, bytes: Uint8Array): Promise<Sheet[]> {
  const { default: read } = await import('read-excel-file/universal');
  try {
    const sheets = await read(bytes.slice().buffer, { trim: false });
    return sheets.map(({ sheet, data }) => ({
      name: sheet,
      rows: data.map((cells) => cells.map(cellText)),
    }));
  } catch (error) {
    throw new SheetFileError(
      `${fileName} cannot be read as an Excel file (${(error as Error).message}): save it as .xlsx or as CSV.`,
    );
  }
}

/** Days as `2026-01-31`; a time of day only where there is one. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/, '');
  return typeof cell === 'string' ? cell : String(cell as number | boolean);
}

async function readCsv(fileName: string, bytes: Uint8Array): Promise<string[][]> {
  const { default: papa } = await import('papaparse');
  const { data, errors } = papa.parse(decoded(fileName, bytes), {});
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken !== undefined)
    throw new SheetFileError(`${fileName}, row ${(broken.row ?? 0) + 1}: ${broken.message}.`);
  return data.map((cells) => cells.map(unguarded));
}

function decoded(fileName: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new SheetFileError(`${fileName} is not in UTF-8: save it as “CSV UTF-8”, or as .xlsx.`);
  }
}
