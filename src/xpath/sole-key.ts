import type { CallExpression, Expression } from './expression.ts';
import { indexKey } from './index-key.ts';
import { operandsOf } from './static-analysis.ts';
import type { TraitsOf } from './static-analysis.ts';

/**
 * The one child or attribute (`@name`) of the context node that decides, with variables and today's date, what an expression gives:
 * nodes that have one of the same value there get the same. `undefined` where several do, none, or anything else.
 */
export function soleKey(expression: Expression, traitsOf: TraitsOf): string | undefined {
  const keys = new Set<string>();
  if (!readsKeys(expression, traitsOf, keys) || keys.size !== 1) return undefined;
  return [...keys][0];
}

/** Collects the keys that are read; false when anything else is. */
function readsKeys(expression: Expression, traitsOf: TraitsOf, keys: Set<string>): boolean {
  if (expression.kind === 'path') {
    const key = indexKey(expression);
    if (key === undefined || key.includes('/')) return false;
    keys.add(key);
    return true;
  }
  if (expression.kind === 'union') return false;
  if (expression.kind === 'call' && !isFixed(expression, traitsOf)) return false;
  return operandsOf(expression).every((operand) => readsKeys(operand, traitsOf, keys));
}

/** True for a function that gives the same for the same arguments all day long. */
function isFixed({ name, args }: CallExpression, traitsOf: TraitsOf): boolean {
  const traits = traitsOf(name);
  if (traits === undefined || args.length <= traits.contextArity) return false;
  return args.length > traits.volatileArity || name === 'today';
}
