import type {
  FullLookupTable,
  LookupColumn,
  LookupRow,
  LookupTable,
} from '../project/lookup-table.ts';
import type { ProjectChange, ProjectState } from '../project/project-change.ts';
import { isXmlName } from '../project/xml-name.ts';
import { isEqual } from './cells.ts';
import type { ImportDraft } from './import-draft.ts';
import { numbered, padded } from './people-sheet.ts';
import type { NamedThing } from './sheet-problem.ts';
import { headingsOf, isNumbered, rowsOf, SheetRow } from './sheet-row.ts';
import type { Sheet } from './sheet.ts';

/** Who receives a row, by username, name of the group or site code. */
const OWNERS = ['user', 'group', 'location'] as const;

/** A table with all its rows; attributes are headed `@name`, and who receives a row stands behind. */
export function lookupTableSheet(table: FullLookupTable, state: ProjectState): Sheet {
  const names = new OwnerNames(state);
  const owners = table.rows.map(({ owners: ids }) => names.of(ids));
  const counts = OWNERS.map((kind) =>
    table.forEverybody ? 0 : owners.reduce((most, each) => Math.max(most, each[kind].length), 1),
  );
  const headings = [
    ...table.columns.map(headingOf),
    ...OWNERS.flatMap((kind, at) => numbered(kind, counts[at] ?? 0)),
  ];
  const rows = table.rows.map(({ values }, index) => [
    ...table.columns.map(({ name }) => values[name] ?? ''),
    ...OWNERS.flatMap((kind, at) => padded(owners[index]?.[kind] ?? [], counts[at] ?? 0)),
  ]);
  return { name: table.code, rows: [headings, ...rows] };
}

function headingOf({ name, isAttribute }: LookupColumn): string {
  return isAttribute ? `@${name}` : name;
}

class OwnerNames {
  readonly #names = new Map<string, readonly [kind: (typeof OWNERS)[number], name: string]>();

  constructor({ users, directory }: ProjectState) {
    for (const { userId, username } of users) this.#names.set(userId, ['user', username]);
    for (const { groupId, name } of directory.groups) this.#names.set(groupId, ['group', name]);
    for (const { locationId, siteCode } of directory.locations)
      this.#names.set(locationId, ['location', siteCode]);
  }

  of(ids: readonly string[]): Readonly<Record<(typeof OWNERS)[number], string[]>> {
    const known = ids.flatMap((id) => {
      const owner = this.#names.get(id);
      return owner === undefined ? [] : [owner];
    });
    const named = (kind: string) => known.flatMap(([each, name]) => (each === kind ? [name] : []));
    return { user: named('user'), group: named('group'), location: named('location') };
  }
}

/**
 * Reads a whole table: its rows take the place of those that it had. A table that is not there yet is made, with the columns of
 * the sheet; one that is there gets those that are new.
 */
export function importLookupTable(
  draft: ImportDraft,
  sheet: Sheet,
  known: readonly FullLookupTable[],
): void {
  const head = new SheetRow(sheet.name, 1, [], []);
  const before = known.find(({ code }) => code === sheet.name);
  const table = readTable(draft, head, sheet, before);
  const rows = rowsOf(sheet).map((row) => readRow(draft, row, table));
  if (draft.problems.some((problem) => problem.sheet === sheet.name)) return;
  draft.make(head, sheet.name, before === undefined, changesTo(before, table, rows));
}

function changesTo(
  before: FullLookupTable | undefined,
  table: LookupTable,
  rows: readonly LookupRow[],
): ProjectChange[] {
  const { rows: known = [], ...definition } = before ?? {};
  const { code } = table;
  return [
    ...(isEqual(definition, table) ? [] : [{ kind: 'table.save', table } as const]),
    ...(isEqual(known.map(filled), rows.map(filled))
      ? []
      : [{ kind: 'table.rows', code, rows } as const]),
  ];
}

/** Without empty values, and the owners in any order: as rows are compared. */
function filled({ values, owners }: LookupRow): LookupRow {
  const entries = Object.entries(values).filter(([, value]) => value !== '');
  return { values: Object.fromEntries(entries), owners: [...owners].sort() };
}

function readTable(
  draft: ImportDraft,
  head: SheetRow,
  sheet: Sheet,
  before: LookupTable | undefined,
): LookupTable {
  const headings = headingsOf(sheet).filter((heading) => heading !== '');
  const columns = headings.filter((heading) => !isOwner(heading)).map(columnOf);
  checkNames(draft, head, sheet.name, columns);
  const known = new Set(before?.columns.map(({ name }) => name));
  return {
    code: sheet.name,
    forEverybody: before?.forEverybody ?? !headings.some(isOwner),
    columns: [...(before?.columns ?? []), ...columns.filter(({ name }) => !known.has(name))],
  };
}

/** `group 1`; without a number it is a column of the table that happens to be called so. */
function isOwner(heading: string): boolean {
  return / \d+$/.test(heading) && OWNERS.some((kind) => isNumbered(heading, kind));
}

function columnOf(heading: string): LookupColumn {
  const isAttribute = heading.startsWith('@');
  return { name: isAttribute ? heading.slice(1) : heading, isAttribute, isIndexed: false };
}

function checkNames(
  draft: ImportDraft,
  head: SheetRow,
  code: string,
  columns: readonly LookupColumn[],
): void {
  if (!isXmlName(code)) draft.problem(head, '', { kind: 'badName', value: code });
  const names = columns.map(({ name }) => name);
  for (const [at, name] of names.entries()) {
    if (!isXmlName(name)) draft.problem(head, name, { kind: 'badName', value: name });
    else if (names.indexOf(name) < at)
      draft.problem(head, name, { kind: 'twice', value: name, row: 1 });
  }
}

function readRow(draft: ImportDraft, row: SheetRow, table: LookupTable): LookupRow {
  const values = table.columns.flatMap((column) => {
    const value = row.text(headingOf(column)) ?? '';
    return value === '' ? [] : [[column.name, value] as const];
  });
  const owners = OWNERS.flatMap((kind) =>
    (row.list(kind) ?? [])
      .filter(({ column }) => isOwner(column))
      .flatMap(({ column, value }) => ownerId(draft, row, kind, column, value)),
  );
  return {
    values: Object.fromEntries(values),
    owners: table.forEverybody ? [] : [...new Set(owners)],
  };
}

function ownerId(
  draft: ImportDraft,
  row: SheetRow,
  what: NamedThing,
  column: string,
  value: string,
): string[] {
  const { users, directory } = draft.state;
  const id =
    what === 'user'
      ? users.find(({ username }) => username === value.toLowerCase())?.userId
      : what === 'group'
        ? directory.groups.find(({ name }) => name === value)?.groupId
        : directory.locations.find(({ siteCode }) => siteCode === value.toLowerCase())?.locationId;
  if (id === undefined) draft.problem(row, column, { kind: 'unknown', what, value });
  return id === undefined ? [] : [id];
}
