import { inDocumentOrder } from './axes.ts';
import type { Compiler } from './compiler.ts';
import { nodesEvaluator, type Evaluator } from './evaluator.ts';
import type { PathExpression } from './expression.ts';
import { relevantOnly, simplified } from './path-steps.ts';
import { compilePredicate } from './predicate.ts';
import { compileSteps } from './step.ts';

/** `f()[…]/x`, `(a | b)[1]`: any node-set, predicates over it as a whole, then steps. XPath 1.0, section 3.3. */
export function compileFilterExpression(path: PathExpression, compiler: Compiler): Evaluator {
  const { start } = path;
  if (start.kind !== 'expression') throw new RangeError('A filter expression was expected');
  const base = compiler.compile(start.base);
  const relative: PathExpression = { ...simplified(path), start: { kind: 'context' } };
  const wide: PathExpression = { ...path, steps: [] };
  const filters = start.predicates.flatMap((predicate) =>
    compilePredicate(predicate, { path: wide, index: 0 }, compiler),
  );
  const steps = compileSteps(relative, compiler);
  return nodesEvaluator((frame) => {
    let nodes = inDocumentOrder(base.nodes(frame));
    for (const filter of filters) nodes = filter.apply(nodes, frame, false);
    // The nodes may lie inside one another, which steps alone do not expect.
    for (const step of steps) nodes = inDocumentOrder(step.run(nodes, frame));
    return relevantOnly(nodes);
  });
}
