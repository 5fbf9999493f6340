import type { Expression, PathExpression } from './expression.ts';
import { childName, operandsOf, type TraitsOf } from './static-analysis.ts';

/** True when a predicate reads its place among the candidates: `position()` and `last()` outside inner predicates. */
export function usesPosition(expression: Expression): boolean {
  if (expression.kind === 'call') {
    const { name, args } = expression;
    if (args.length === 0 && (name === 'position' || name === 'last')) return true;
  }
  return operandsOf(expression).some(usesPosition);
}

/** True when `current()` is read anywhere inside, predicates included. */
export function readsCurrent(expression: Expression): boolean {
  if (operandsOf(expression).some(readsCurrent)) return true;
  if (expression.kind !== 'path') return false;
  const { start, steps } = expression;
  if (start.kind === 'current') return true;
  if (start.kind === 'expression' && start.predicates.some(readsCurrent)) return true;
  return steps.some(({ predicates }) => predicates.some(readsCurrent));
}

/** The step whose predicate is looked at: the path that it belongs to and its number. */
export interface PredicatePlace {
  readonly path: PathExpression;
  readonly index: number;
}

/**
 * True when an expression in a predicate has the same value for every candidate, so that it need be evaluated only
 * once. An absolute path is such a one only where it cannot meet the candidate's own ancestors.
 */
export function isInvariant(
  expression: Expression,
  place: PredicatePlace,
  traitsOf: TraitsOf,
): boolean {
  if (expression.kind === 'path') return isInvariantPath(expression, place);
  if (expression.kind === 'call') {
    const traits = traitsOf(expression.name);
    if (traits === undefined) return false;
    const count = expression.args.length;
    if (count <= traits.volatileArity || count <= traits.contextArity) return false;
  }
  return operandsOf(expression).every((operand) => isInvariant(operand, place, traitsOf));
}

function isInvariantPath(inner: PathExpression, place: PredicatePlace): boolean {
  const { start } = place.path;
  switch (inner.start.kind) {
    case 'current':
      return true;
    case 'instance':
      if (start.kind === 'instance' && start.id === inner.start.id) return parts(inner, place);
      return start.kind === 'root' || start.kind === 'instance';
    case 'root':
      return start.kind === 'instance' || (start.kind === 'root' && parts(inner, place));
    default:
      return false;
  }
}

/**
 * Whether of two absolute paths in one document the inner one cannot meet the candidate or an ancestor of it below the
 * root element: it goes another way, or a predicate frees the step of them.
 */
function parts(inner: PathExpression, { path, index }: PredicatePlace): boolean {
  for (let level = 1; level <= index; level++) {
    const [mine, outer] = [inner.steps[level], path.steps[level]!];
    const [name, other] = [mine && childName(mine), childName(outer)];
    if (name === undefined || other === undefined) return false;
    if (name !== other) return true;
    if (mine!.predicates.length === 0) return false;
  }
  return index > 0;
}
