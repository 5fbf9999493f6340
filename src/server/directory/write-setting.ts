import { createHash } from 'node:crypto';
import type { LookupRow } from '../../project/lookup-table.ts';
import type { ProjectState, SettingChange } from '../../project/project-change.ts';
import type { Queries } from '../sql/database.ts';
import {
  deleteLookupTable,
  replaceLookupRows,
  saveLookupTable,
  selectLookupRows,
} from '../sql/lookup-tables.ts';
import { saveSettings } from '../sql/projects.ts';
import { saveUserFields } from '../sql/user-fields.ts';

/** Writes a change of settings, user fields or lookup tables; gives what was there and what is, for the audit. */
export async function writeSetting(
  queries: Queries,
  projectId: number,
  change: SettingChange,
  state: ProjectState,
): Promise<{ before: unknown; after: unknown }> {
  switch (change.kind) {
    case 'settings.set':
      await saveSettings(queries, projectId, change.settings);
      return { before: { settings: state.settings }, after: { settings: change.settings } };
    case 'userFields.set':
      await saveUserFields(queries, projectId, change.fields);
      return { before: { userFields: state.userFields }, after: { userFields: change.fields } };
    case 'table.save':
      await saveLookupTable(queries, projectId, change.table);
      return { before: tableIn(state, change.table.code), after: { tables: [change.table] } };
    case 'table.delete': {
      const rows = await selectLookupRows(queries, projectId, change.code);
      await deleteLookupTable(queries, projectId, change.code);
      return { before: { ...tableIn(state, change.code), rows: inShort(rows, []) }, after: {} };
    }
    case 'table.rows': {
      const known = await selectLookupRows(queries, projectId, change.code);
      await replaceLookupRows(queries, projectId, change.code, change.rows);
      return {
        before: { rows: inShort(known, change.rows) },
        after: { rows: inShort(change.rows, known) },
      };
    }
  }
}

function tableIn({ tables }: ProjectState, code: string) {
  return { tables: tables.filter((table) => table.code === code) };
}

/** What the audit keeps of the rows of a table. */
interface RowsInShort {
  readonly count: number;
  /** SHA-256 of all rows, by which a copy that somebody has kept can be recognized. */
  readonly digest: string;
  /** Rows that the other side has not, the first of them. */
  readonly changed: readonly LookupRow[];
  /** How many more there were. */
  readonly leftOut: number;
}

/** A table may have 100,000 rows and be replaced every day, so the audit keeps no more of it than this. */
const MOST_KEPT = 100;

function inShort(these: readonly LookupRow[], those: readonly LookupRow[]): RowsInShort {
  const known = new Set(those.map(textOf));
  const texts = these.map(textOf);
  const changed = these.filter((_, index) => !known.has(texts[index]!));
  return {
    count: these.length,
    digest: createHash('sha256').update(texts.join('\n')).digest('hex'),
    changed: changed.slice(0, MOST_KEPT),
    leftOut: Math.max(0, changed.length - MOST_KEPT),
  };
}

/** The same for equal rows: the database gives cells in an order of its own. */
function textOf({ values, owners }: LookupRow): string {
  return JSON.stringify([Object.entries(values).sort(), owners]);
}
