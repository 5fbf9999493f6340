import type { FullLookupTable } from '../project/lookup-table.ts';
import type { ProjectState } from '../project/project-change.ts';
import { groupsSheet } from './groups-sheet.ts';
import { levelsSheet } from './levels-sheet.ts';
import { locationsSheet } from './locations-sheet.ts';
import { lookupTableSheet } from './lookup-table-sheet.ts';
import { peopleSheet } from './people-sheet.ts';
import type { Sheet } from './sheet.ts';

/** All that a project knows of its people and places, and these lookup tables, as sheets that can be imported again. */
export function exportSheets(state: ProjectState, tables: readonly FullLookupTable[]): Sheet[] {
  return [
    levelsSheet(state),
    locationsSheet(state),
    groupsSheet(state),
    peopleSheet(state),
    ...tables.map((table) => lookupTableSheet(table, state)),
  ];
}
