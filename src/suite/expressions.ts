import { compileXPath } from '../xpath/compile-xpath.ts';
import type { CompiledExpression } from '../xpath/compiled-expression.ts';
import type { AppDefinition } from './app-definition.ts';

const compiled = new WeakMap<object, Map<string, CompiledExpression>>();

/** The expression, compiled once an app however many sessions use it. Throws an `XPathParseError`. */
export function expressionOf(app: AppDefinition, source: string): CompiledExpression {
  const cache = compiled.get(app) ?? new Map<string, CompiledExpression>();
  compiled.set(app, cache);
  const known = cache.get(source);
  if (known !== undefined) return known;
  const expression = compileXPath(source, 'commcare');
  cache.set(source, expression);
  return expression;
}
