import type { LocationType } from '../case/ownership/directory.ts';
import type { ProjectState } from '../project/project-change.ts';
import { isEqual, readCode, readYesNo, SeenBefore, writeYesNo } from './cells.ts';
import type { ImportDraft } from './import-draft.ts';
import type { SheetRow } from './sheet-row.ts';
import type { Sheet, SheetColumn } from './sheet.ts';

export const LEVEL_COLUMNS: readonly SheetColumn[] = [
  { heading: 'code' },
  { heading: 'name' },
  { heading: 'owns_cases' },
  { heading: 'view_child_data' },
];

/** The organization levels of a project. */
export function levelsSheet({ directory: { locationTypes } }: ProjectState): Sheet {
  const rows = locationTypes.map(({ code, name, ownsCases, viewDescendants }) => [
    ...[code, name, writeYesNo(ownsCases), writeYesNo(viewDescendants)],
  ]);
  return { name: 'levels', rows: [LEVEL_COLUMNS.map(({ heading }) => heading), ...rows] };
}

/** Reads levels by their codes. */
export function importLevels(draft: ImportDraft, rows: readonly SheetRow[]): void {
  const seen = new SeenBefore(draft);
  for (const row of rows) {
    const code = readCode(draft, row, 'code');
    seen.check(row, 'code', code);
    const before = draft.state.directory.locationTypes.find((level) => level.code === code);
    const level: LocationType = {
      code,
      name: row.text('name') || before?.name || code,
      ownsCases: readYesNo(draft, row, 'owns_cases') ?? before?.ownsCases ?? false,
      viewDescendants: readYesNo(draft, row, 'view_child_data') ?? before?.viewDescendants ?? false,
    };
    const isSame = before !== undefined && isEqual(before, level);
    draft.make(row, code, before === undefined, isSame ? [] : [{ kind: 'level.save', level }]);
  }
}
