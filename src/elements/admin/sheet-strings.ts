import type { SheetFault } from '../../sheets/sheet-problem.ts';
import type { SheetKind } from '../../sheets/sheet.ts';

/** What the page about importing and exporting says. */
export interface SheetStrings {
  readonly hint: string;
  readonly export: string;
  readonly exportHint: string;
  readonly exportAll: string;
  readonly csv: string;
  readonly template: string;
  readonly import: string;
  readonly choose: string;
  readonly chooseHint: string;
  readonly kinds: Readonly<Record<SheetKind, string>>;
  readonly kindOf: (sheet: string) => string;
  readonly made: (names: readonly string[]) => string;
  readonly changed: (names: readonly string[]) => string;
  readonly left: (count: number) => string;
  readonly nothing: string;
  readonly faults: (count: number) => string;
  readonly sheet: string;
  readonly row: string;
  readonly column: string;
  readonly what: string;
  readonly fault: (fault: SheetFault) => string;
  readonly more: (count: number) => string;
  readonly run: string;
  readonly done: (changes: number) => string;
  readonly columns: string;
  readonly meaning: string;
  /** What a column holds, by its heading. */
  readonly meanings: Readonly<Record<string, string>>;
  readonly tableHint: string;
}
