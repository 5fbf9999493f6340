import { fault } from './build-screen.ts';
import type { Entry } from './entry.ts';
import type { ErrorScreen, ListScreen, Screen } from './screen.ts';
import type { EntityDatum } from './session-datum.ts';
import type { SessionState } from './session-state.ts';
import type { DatumStep } from './session-step.ts';

/** The list that asks, and what it asks for. Throws a `RangeError` where the session is at no list. */
export function requireList({ need }: SessionState): {
  readonly entry: Entry;
  readonly datum: EntityDatum;
} {
  if (need.kind !== 'datum' || need.datum.kind !== 'entity') {
    throw new RangeError('This screen is no list');
  }
  return { entry: need.entry, datum: need.datum };
}

/**
 * The step that chooses these rows; `screen` is the list as it is shown. An error screen for a row that is not in the list (any more)
 * and for more rows than may be chosen.
 */
export function chooseRows(
  state: SessionState,
  ids: readonly string[],
  value: string,
  screen: Screen,
): DatumStep | ErrorScreen {
  const { entry, datum } = requireList(state);
  const missing = ids.find((id) => state.row(entry, datum, id) === undefined);
  if (missing !== undefined) return fault(`“${missing}” is not in this list any more.`);
  const most = datum.maxSelect ?? 1;
  if (ids.length > most) return fault(`At most ${most} can be chosen here.`);
  const label = screen.kind === 'list' ? labelOf(ids, screen) : ids.join(', ');
  return { kind: 'datum', id: datum.id, value, automatic: false, label };
}

/** What the rows are called in breadcrumbs: the texts of their first column that is a text. */
function labelOf(ids: readonly string[], { columns, rows }: ListScreen): string {
  const visible = columns.findIndex((column) => !column.hidden && column.form === '');
  const chosen = rows.filter((row) => ids.includes(row.id));
  return chosen.map((row) => row.cells[Math.max(0, visible)] ?? row.id).join(', ');
}
