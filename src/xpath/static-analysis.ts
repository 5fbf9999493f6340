import type { CallExpression, Expression, Step } from './expression.ts';

/** What analysis needs to know of a function: the rows of the function table have it. */
export interface FunctionTraits {
  /** With that many arguments or fewer it may give another value each time, as `random()` does; -1: never. */
  readonly volatileArity: number;
  /** With that many arguments or fewer it reads the context node; -1: never. */
  readonly contextArity: number;
}

/** Looks up a function by name; `undefined` for functions of the host, of which nothing is known. */
export type TraitsOf = (name: string) => FunctionTraits | undefined;

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

/** The name of a plain `child::name` step, predicates or not; `undefined` for any other step. */
export function childName(step: Step): string | undefined {
  const { axis, test } = step;
  return axis === 'child' && test.kind === 'name' && test.prefix === '' ? test.name : undefined;
}
