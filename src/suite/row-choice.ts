import type { XPathNode } from '../xpath/xpath-node.ts';
import { fault } from './build-screen.ts';
import type { Entry } from './entry.ts';
import { rowNames } from './list-screen.ts';
import type { ErrorScreen } from './screen.ts';
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
 * The step that chooses these rows. An error screen for a row that is not in the list (any more), for more rows than may be chosen.
 */
export function chooseRows(
  state: SessionState,
  ids: readonly string[],
  value: string,
): DatumStep | ErrorScreen {
  const { entry, datum } = requireList(state);
  const rows = new Map<string, XPathNode>();
  for (const id of ids) {
    const row = state.row(entry, datum, id);
    if (row === undefined) return fault(`“${id}” is not in this list any more.`);
    rows.set(id, row);
  }
  const most = datum.maxSelect ?? 1;
  if (ids.length > most) return fault(`At most ${most} can be chosen here.`);
  const nameOf = rowNames(state.app, datum, state.evaluator(entry.instances));
  const label = Array.from(rows, ([id, row]) => nameOf(row) ?? id).join(', ');
  return { kind: 'datum', id: datum.id, value, automatic: false, label };
}
