import type { LookupRow } from '../../project/lookup-table.ts';
import type { ProjectState, SettingChange } from '../../project/project-change.ts';
import type { Queries } from '../sql/database.ts';
import {
  deleteLookupTable,
  replaceLookupRows,
  saveLookupTable,
  selectLookupRows,
} from '../sql/lookup-tables.ts';
import { saveUserFields } from '../sql/user-fields.ts';

/** Writes a change of user fields or lookup tables; gives what was there and what is, for the audit. */
export async function writeSetting(
  queries: Queries,
  projectId: number,
  change: SettingChange,
  state: ProjectState,
): Promise<{ before: unknown; after: unknown }> {
  switch (change.kind) {
    case 'userFields.set':
      await saveUserFields(queries, projectId, change.fields);
      return { before: { userFields: state.userFields }, after: { userFields: change.fields } };
    case 'table.save':
      await saveLookupTable(queries, projectId, change.table);
      return { before: tableIn(state, change.table.code), after: { tables: [change.table] } };
    case 'table.delete': {
      const rows = await selectLookupRows(queries, projectId, change.code);
      await deleteLookupTable(queries, projectId, change.code);
      return { before: { ...tableIn(state, change.code), rows }, after: {} };
    }
    case 'table.rows': {
      const known = await selectLookupRows(queries, projectId, change.code);
      await replaceLookupRows(queries, projectId, change.code, change.rows);
      return {
        before: { rows: without(known, change.rows) },
        after: { rows: without(change.rows, known) },
      };
    }
  }
}

function tableIn({ tables }: ProjectState, code: string) {
  return { tables: tables.filter((table) => table.code === code) };
}

function without(these: readonly LookupRow[], those: readonly LookupRow[]): LookupRow[] {
  const known = new Set(those.map((row) => JSON.stringify(row)));
  return these.filter((row) => !known.has(JSON.stringify(row)));
}
