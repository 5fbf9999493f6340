import type { XPathNode } from '../xpath/xpath-node.ts';
import type { Detail } from './detail.ts';
import type { Evaluator } from './evaluator.ts';
import { describeColumn, visibleFields } from './list-screen.ts';
import { rowEvaluator } from './row-evaluator.ts';
import type { PersistentTile } from './screen.ts';

/** The tile of one row; `undefined` for a detail that is no tile. */
export function buildPersistentTile(
  detail: Detail,
  node: XPathNode,
  evaluator: Evaluator,
): PersistentTile | undefined {
  const fields = visibleFields(detail, evaluator);
  if (fields.every(({ grid }) => grid === undefined)) return undefined;
  const row = rowEvaluator(node, detail, evaluator);
  return {
    columns: fields.map((field) => describeColumn(field, row)),
    cells: fields.map((field) => row.readable(field.template.text)),
  };
}
