import type { PathExpression, Step } from './expression.ts';
import type { XPathNode } from './xpath-node.ts';

/** True for `.` without predicates: it stays where it is. */
export function isSelf({ axis, test, predicates }: Step): boolean {
  return axis === 'self' && test.kind === 'node' && predicates.length === 0;
}

/** True for `..` without predicates. */
export function isParent({ axis, test, predicates }: Step): boolean {
  return axis === 'parent' && test.kind === 'node' && predicates.length === 0;
}

/** How many steps at the beginning only climb or stay. */
export function leadingParents(steps: readonly Step[]): number {
  const end = steps.findIndex((step) => !isParent(step) && !isSelf(step));
  return end < 0 ? steps.length : end;
}

/** Without steps that stay where they are, and with `//name` as one step down. */
export function simplified(path: PathExpression): PathExpression {
  const steps: Step[] = [];
  for (const step of path.steps) {
    if (isSelf(step)) continue;
    const before = steps.at(-1);
    const joins = before !== undefined && isAnywhere(before) && step.axis === 'child';
    if (joins && step.predicates.length === 0)
      steps[steps.length - 1] = { ...step, axis: 'descendant' };
    else steps.push(step);
  }
  return { ...path, steps };
}

function isAnywhere({ axis, test, predicates }: Step): boolean {
  return axis === 'descendant-or-self' && test.kind === 'node' && predicates.length === 0;
}

/** The nodes that are relevant; the same array where all are. */
export function relevantOnly(nodes: readonly XPathNode[]): readonly XPathNode[] {
  for (const node of nodes) {
    if (!node.relevant) return nodes.filter((one) => one.relevant);
  }
  return nodes;
}
