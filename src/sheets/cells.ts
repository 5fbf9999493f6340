import type { ImportDraft } from './import-draft.ts';
import type { SheetRow } from './sheet-row.ts';

const YES = new Set(['yes', 'y', 'true', '1', 'oui', 'o']);
const NO = new Set(['no', 'n', 'false', '0', 'non', '']);

/** A cell that says yes or no; `undefined` when there is no such column, or neither is said (which is noted). */
export function readYesNo(draft: ImportDraft, row: SheetRow, column: string): boolean | undefined {
  const text = row.text(column)?.toLowerCase();
  if (text === undefined || YES.has(text)) return text === undefined ? undefined : true;
  if (NO.has(text)) return false;
  draft.problem(row, column, { kind: 'notOneOf', value: text, options: ['yes', 'no'] });
  return undefined;
}

export function writeYesNo(value: boolean): string {
  return value ? 'yes' : 'no';
}

/** A cell that says one of several words; `undefined` where it says none. */
export function readChoice<Choice extends string>(
  draft: ImportDraft,
  row: SheetRow,
  column: string,
  options: readonly Choice[],
): Choice | undefined {
  const text = row.text(column)?.toLowerCase();
  if (text === undefined || text === '') return undefined;
  const choice = options.find((option) => option === text);
  if (choice === undefined) draft.problem(row, column, { kind: 'notOneOf', value: text, options });
  return choice;
}

/** What a code or a username may look like. */
export const CODE = /^[a-z0-9][a-z0-9._-]{0,79}$/;

/** A cell that has to hold something; `''` when it does not, which is noted. */
export function readRequired(draft: ImportDraft, row: SheetRow, column: string): string {
  const text = row.text(column) ?? '';
  if (text === '') draft.problem(row, column, { kind: 'missing' });
  return text;
}

/** As {@link readRequired}, for a code: in small letters. */
export function readCode(draft: ImportDraft, row: SheetRow, column: string): string {
  const text = readRequired(draft, row, column).toLowerCase();
  if (text !== '' && !CODE.test(text)) draft.problem(row, column, { kind: 'badCode', value: text });
  return text;
}

/** Notes a row that tells of the same thing as one before it. */
export class SeenBefore {
  readonly #rows = new Map<string, number>();

  constructor(private readonly draft: ImportDraft) {}

  check(row: SheetRow, column: string, value: string): void {
    const first = this.#rows.get(value);
    if (first !== undefined && value !== '')
      this.draft.problem(row, column, { kind: 'twice', value, row: first });
    this.#rows.set(value, first ?? row.number);
  }
}

/** The data after those of a sheet's columns are put over it; an empty cell removes. */
export function mergeData(
  before: Readonly<Record<string, string>>,
  cells: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const entries = Object.entries({ ...before, ...cells });
  return Object.fromEntries(entries.filter(([name, value]) => value !== '' || name in before));
}

/** All names that any of these data have, in order. */
export function dataNames(all: readonly Readonly<Record<string, string>>[]): string[] {
  return [...new Set(all.flatMap((data) => Object.keys(data)))].sort();
}

/** Whether two rows of the directory say the same. */
export function isEqual(a: object, b: object): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([x], [y]) => (x < y ? -1 : 1)))
      : each,
  );
}
