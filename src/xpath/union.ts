import { inDocumentOrder } from './axes.ts';
import { nodesEvaluator, type Evaluator } from './evaluator.ts';

/** The nodes of all parts in document order, each once. XPath 1.0, section 3.3. */
export function unionOf(parts: readonly Evaluator[]): Evaluator {
  return nodesEvaluator((frame) => inDocumentOrder(parts.flatMap((part) => part.nodes(frame))));
}
