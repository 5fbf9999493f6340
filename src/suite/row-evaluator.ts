import type { XPathNode } from '../xpath/xpath-node.ts';
import { faultText } from './app-fault.ts';
import type { Detail } from './detail.ts';
import type { Evaluator } from './evaluator.ts';

/** The evaluator standing on a row, with the variables of its detail. */
export function rowEvaluator(
  node: XPathNode,
  detail: Detail | undefined,
  evaluator: Evaluator,
): Evaluator {
  let row = evaluator.at(node);
  for (const variable of detail?.variables ?? []) {
    row = row.with([[variable.name, variableValue(variable.function, row)]]);
  }
  return row;
}

function variableValue(source: string, row: Evaluator): string {
  try {
    return row.string(source);
  } catch (error) {
    return faultText(error);
  }
}
