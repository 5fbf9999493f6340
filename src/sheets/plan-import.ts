import type { FullLookupTable } from '../project/lookup-table.ts';
import type { ProjectChange, ProjectState } from '../project/project-change.ts';
import { GROUP_COLUMNS, importGroups } from './groups-sheet.ts';
import { ImportDraft } from './import-draft.ts';
import { importLevels, LEVEL_COLUMNS } from './levels-sheet.ts';
import { importLocations, LOCATION_COLUMNS } from './locations-sheet.ts';
import { importLookupTable } from './lookup-table-sheet.ts';
import { importPeople, PEOPLE_COLUMNS } from './people-sheet.ts';
import type { SheetProblem } from './sheet-problem.ts';
import { headingsOf, isNamed, isNumbered, rowsOf, SheetRow } from './sheet-row.ts';
import type { Sheet, SheetColumn, SheetKind } from './sheet.ts';

/** What an import would do. It can be made when there are no problems, all of it or nothing. */
export interface ImportPlan {
  /** In the order in which they have to be made. */
  readonly changes: readonly ProjectChange[];
  readonly sheets: readonly PlannedSheet[];
  readonly problems: readonly SheetProblem[];
}

/** What one sheet comes to, by names. */
export interface PlannedSheet {
  readonly name: string;
  readonly kind: SheetKind;
  readonly made: readonly string[];
  readonly changed: readonly string[];
  /** How many rows tell what is so already. */
  readonly left: number;
}

/** A sheet, and what it is taken for. */
export interface KindOfSheet {
  readonly sheet: Sheet;
  readonly kind: SheetKind;
}

type DirectoryKind = Exclude<SheetKind, 'table'>;

interface SheetReader {
  readonly columns: readonly SheetColumn[];
  /** Without these nothing can be made of a row. */
  readonly needed: readonly string[];
  readonly read: (draft: ImportDraft, rows: readonly SheetRow[]) => void;
}

/** In the order in which one needs the other: a person names groups and locations, a location its level. */
export const SHEET_READERS: Readonly<Record<DirectoryKind, SheetReader>> = {
  levels: { columns: LEVEL_COLUMNS, needed: ['code'], read: importLevels },
  locations: { columns: LOCATION_COLUMNS, needed: ['site_code', 'name'], read: importLocations },
  groups: { columns: GROUP_COLUMNS, needed: ['name'], read: importGroups },
  people: { columns: PEOPLE_COLUMNS, needed: ['username'], read: importPeople },
};

const ORDER: readonly SheetKind[] = ['levels', 'locations', 'groups', 'people', 'table'];

/** What a sheet is most likely about: by its name, or else by the heading that only its kind has. */
export function kindOfSheet(sheet: Sheet): SheetKind {
  const name = sheet.name.toLowerCase();
  if (name === 'users') return 'people';
  const byName = ORDER.find((kind) => kind === name && kind !== 'table');
  if (byName !== undefined) return byName;
  const headings = new Set(headingsOf(sheet).map((heading) => heading.toLowerCase()));
  if (headings.has('username')) return 'people';
  if (headings.has('site_code')) return 'locations';
  if (headings.has('owns_cases')) return 'levels';
  return headings.has('case_sharing') ? 'groups' : 'table';
}

/**
 * What would come of these sheets in a project as it is now. `tables` are the lookup tables with their rows, as far as the sheets
 * name them. A row with a problem is left out of the plan, and everything that is wrong is told.
 */
export function planImport(
  sheets: readonly KindOfSheet[],
  state: ProjectState,
  tables: readonly FullLookupTable[],
  newId: () => string,
): ImportPlan {
  const planned: PlannedSheet[] = [];
  const changes: ProjectChange[] = [];
  const problems: SheetProblem[] = [];
  for (const { sheet, kind } of inOrder(sheets)) {
    const draft = new ImportDraft(state, newId);
    readSheet(draft, sheet, kind, tables);
    state = draft.state;
    changes.push(...draft.changes);
    problems.push(...draft.problems);
    const { made, changed, left } = draft;
    planned.push({ name: sheet.name, kind, made, changed, left });
  }
  return { changes, problems: problems.sort(byPlace), sheets: planned };
}

function inOrder(sheets: readonly KindOfSheet[]): KindOfSheet[] {
  return sheets.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

function byPlace(a: SheetProblem, b: SheetProblem): number {
  return a.sheet === b.sheet ? a.row - b.row : a.sheet < b.sheet ? -1 : 1;
}

function readSheet(
  draft: ImportDraft,
  sheet: Sheet,
  kind: SheetKind,
  tables: readonly FullLookupTable[],
): void {
  const head = new SheetRow(sheet.name, 1, [], []);
  if (headingsOf(sheet).every((heading) => heading === '')) {
    draft.problem(head, '', { kind: 'emptySheet' });
  } else if (kind === 'table') {
    importLookupTable(draft, sheet, tables);
  } else {
    const reader = SHEET_READERS[kind];
    if (checkHeadings(draft, head, sheet, reader)) reader.read(draft, rowsOf(sheet));
  }
}

/** A heading that is not known may be a slip of the pen, so its column is not passed over in silence. */
function checkHeadings(
  draft: ImportDraft,
  head: SheetRow,
  sheet: Sheet,
  { columns, needed }: SheetReader,
): boolean {
  const headings = headingsOf(sheet).filter((heading) => heading !== '');
  const known = columns.map(headingText);
  for (const heading of headings) {
    const fits = columns.some((column) => isOf(column, heading));
    if (!fits) draft.problem(head, heading, { kind: 'unknownColumn', known });
  }
  for (const need of needed) {
    const isThere = headings.some((heading) => heading.toLowerCase() === need);
    if (!isThere) draft.problem(head, need, { kind: 'missingColumn' });
  }
  return draft.problems.length === 0;
}

function isOf({ heading, repeats }: SheetColumn, given: string): boolean {
  if (repeats === 'numbered') return isNumbered(given, heading);
  return repeats === 'named' ? isNamed(given, heading) : given.toLowerCase() === heading;
}

/** A column as one writes it: `group 1`, `data: …`. */
export function headingText({ heading, repeats }: SheetColumn): string {
  if (repeats === 'numbered') return `${heading} 1`;
  return repeats === 'named' ? `${heading}: …` : heading;
}
