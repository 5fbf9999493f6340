import { compileXPath } from '../xpath/compile-xpath.ts';
import type { CompiledExpression } from '../xpath/compiled-expression.ts';
import type { XPathNode, XPathValue } from '../xpath/xpath-node.ts';
import type { XPathFunction, XPathScope } from '../xpath/xpath-scope.ts';

/** Functions that only texts of a suite have, besides those of every expression. */
export const SUITE_FUNCTIONS: ReadonlyMap<string, XPathFunction> = new Map<string, XPathFunction>([
  ['format_date', formatDate],
  ['dow', dayOfWeek],
]);

let expressions: Readonly<Record<'short' | 'long' | 'weekday', CompiledExpression>> | undefined;

/** Compiled when first asked for, so that loading this file costs nothing. */
function formats() {
  expressions ??= {
    short: compileXPath("format-date($date, '%d/%m/%y')", 'commcare'),
    long: compileXPath("format-date($date, '%Y-%m-%d')", 'commcare'),
    weekday: compileXPath("number(format-date(today(), '%w')) + 1", 'commcare'),
  };
  return expressions;
}

/** `format_date(date, 'short' | 'long')`: `31/12/20`, `2020-12-31`; blank stays blank. */
function formatDate(args: readonly XPathValue[], node: XPathNode, scope: XPathScope): string {
  const [date = '', style = 'short'] = args.map((arg) =>
    Array.isArray(arg) ? firstText(arg) : arg,
  );
  if (date === '') return '';
  const expression = style === 'long' ? formats().long : formats().short;
  return expression.evaluateString(node, withDate(scope, date as XPathValue));
}

function firstText(nodes: readonly XPathNode[]): string {
  return nodes[0]?.text ?? '';
}

function withDate(scope: XPathScope, date: XPathValue): XPathScope {
  return {
    environment: scope.environment,
    instance: (id) => scope.instance(id),
    variable: (name) => (name === 'date' ? date : scope.variable(name)),
    function: (name) => scope.function(name),
  };
}

/** `dow()`: today's day of the week, 1 for Sunday. */
function dayOfWeek(_args: readonly XPathValue[], node: XPathNode, scope: XPathScope): string {
  return formats().weekday.evaluateString(node, scope);
}
