import type { CallExpression, Expression, PathExpression, Step } from './expression.ts';

/** What analysis needs to know of a function: the rows of the function table have it. */
export interface FunctionTraits {
  /** With that many arguments or fewer it may give another value each time, as `random()` does; -1: never. */
  readonly volatileArity: number;
  /** With that many arguments or fewer it reads the context node; -1: never. */
  readonly contextArity: number;
}

/** Looks up a function by name; `undefined` for functions of the host, of which nothing is known. */
export type TraitsOf = (name: string) => FunctionTraits | undefined;

/** True when a predicate reads its place among the candidates: `position()` and `last()` outside inner predicates. */
export function usesPosition(expression: Expression): boolean {
  if (expression.kind === 'call') {
    const { name, args } = expression;
    if (args.length === 0 && (name === 'position' || name === 'last')) return true;
  }
  return operandsOf(expression).some(usesPosition);
}

const NONE: readonly Expression[] = [];

/** The expressions that are evaluated on the same context node as `expression` itself. */
export function operandsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'negate':
      return [expression.operand];
    case 'comparison':
      return [expression.left, expression.right];
    case 'logic':
    case 'arithmetic':
    case 'union':
      return expression.operands;
    case 'call':
      return expression.args;
    case 'path':
      return expression.start.kind === 'expression' ? [expression.start.base] : NONE;
    default:
      return NONE;
  }
}

/** All calls of functions inside `expression`, predicates included, in the order of the text. */
export function callsIn(expression: Expression): CallExpression[] {
  const found: CallExpression[] = [];
  collectCalls(expression, found);
  return found;
}

function collectCalls(expression: Expression, found: CallExpression[]): void {
  if (expression.kind === 'call') found.push(expression);
  for (const operand of operandsOf(expression)) collectCalls(operand, found);
  if (expression.kind !== 'path') return;
  const { start, steps } = expression;
  if (start.kind === 'expression') for (const each of start.predicates) collectCalls(each, found);
  for (const step of steps) for (const each of step.predicates) collectCalls(each, found);
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

/** The name of a plain `child::name` step, predicates or not; `undefined` for any other step. */
export function childName(step: Step): string | undefined {
  const { axis, test } = step;
  return axis === 'child' && test.kind === 'name' && test.prefix === '' ? test.name : undefined;
}

/** The key that an index may be asked for: a relative path of names such as `@case_id`, `index/parent`. */
export function indexKey(expression: Expression): string | undefined {
  if (expression.kind !== 'path' || expression.start.kind !== 'context') return undefined;
  const names: string[] = [];
  for (const step of expression.steps) {
    const name = keyName(step);
    if (name === undefined) return undefined;
    if (name !== '.') names.push(name);
  }
  return names.length === 0 ? undefined : names.join('/');
}

function keyName(step: Step): string | undefined {
  if (step.predicates.length > 0) return undefined;
  if (step.axis === 'self' && step.test.kind === 'node') return '.';
  if (step.axis === 'attribute' && step.test.kind === 'name' && step.test.prefix === '') {
    return `@${step.test.name}`;
  }
  return childName(step);
}
