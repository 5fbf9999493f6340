import type { XPathNode } from '../xpath/xpath-node.ts';
import { faultMessage } from './app-fault.ts';
import { buildDetailTabs } from './detail-tabs.ts';
import type { Detail } from './detail.ts';
import type { Entry } from './entry.ts';
import type { Evaluator } from './evaluator.ts';
import { describeColumn, hasFields, visibleFields } from './list-screen.ts';
import { currentCommand, entriesOf } from './needed-data.ts';
import { rowEvaluator } from './row-evaluator.ts';
import type { DetailTab, PersistentTile } from './screen.ts';
import type { EntityDatum } from './session-datum.ts';
import type { SessionState } from './session-state.ts';
import type { DatumStep } from './session-step.ts';

/** The tile of the row that was chosen last and stays in sight; `undefined` where the app wants none. */
export function findPersistentTile(state: SessionState): PersistentTile | undefined {
  const entries = entriesOf(state.app, currentCommand(state.frame) ?? '');
  for (const step of state.frame.toReversed()) {
    for (const entry of step.kind === 'datum' ? entries : []) {
      const datum = entry.datums.find(({ id }) => id === step.id);
      if (step.kind !== 'datum' || datum?.kind !== 'entity') continue;
      const tile = tileOf(entry, datum, step, state);
      if (tile) return tile;
    }
  }
  return undefined;
}

/** What the app got wrong about it must not take the page away below it. */
function tileOf(
  entry: Entry,
  datum: EntityDatum,
  step: DatumStep,
  state: SessionState,
): PersistentTile | undefined {
  const detail = state.app.details.get(datum.detailPersistent ?? '');
  if (detail === undefined) return undefined;
  try {
    const node = state.row(entry, datum, step.value);
    if (node === undefined) return undefined;
    const inline = state.app.details.get(datum.detailInline ?? '');
    return buildPersistentTile(detail, inline, node, state.evaluator(entry.instances));
  } catch (error) {
    faultMessage(error, detail.id);
    return undefined;
  }
}

/** The tile of one row, or its names and values; `undefined` for a detail that has nothing to say about it. */
function buildPersistentTile(
  detail: Detail,
  inline: Detail | undefined,
  node: XPathNode,
  evaluator: Evaluator,
): PersistentTile | undefined {
  const shown = isTile(detail)
    ? tileContent(detail, node, evaluator)
    : plainContent(detail, node, evaluator);
  if (shown.columns.length + shown.rows.length === 0) return undefined;
  let tabs: readonly DetailTab[] | undefined;
  return {
    ...shown,
    hasDetail: hasFields(inline),
    get tabs() {
      return (tabs ??= inline === undefined ? [] : buildDetailTabs(inline, node, evaluator));
    },
  };
}

function isTile({ fields }: Detail): boolean {
  return fields.some(({ grid }) => grid !== undefined);
}

type TileContent = Pick<PersistentTile, 'columns' | 'cells' | 'rows'>;

function tileContent(detail: Detail, node: XPathNode, evaluator: Evaluator): TileContent {
  const fields = visibleFields(detail, evaluator);
  const row = rowEvaluator(node, detail, evaluator);
  return {
    columns: fields.map((field) => describeColumn(field, row)),
    cells: fields.map((field) => row.readable(field.template.text)),
    rows: [],
  };
}

/** Without graphs and tables, which are no reminder of whom one works with. */
function plainContent(detail: Detail, node: XPathNode, evaluator: Evaluator): TileContent {
  const tabs = buildDetailTabs(detail, node, evaluator);
  const rows = tabs.flatMap((tab) => tab.rows).filter(({ graph }) => graph === undefined);
  return { columns: [], cells: [], rows };
}
