import type { Dialect } from './compiled-expression.ts';
import { compileExpression } from './compile-expression.ts';
import { isNodes, toNodes } from './conversions.ts';
import type { Expression } from './expression.ts';
import { expressionText } from './expression-text.ts';
import { Frame } from './frame.ts';
import { FUNCTION_TABLES } from './functions/function-tables.ts';
import { parseXPath } from './parser.ts';
import { operandsOf } from './static-analysis.ts';
import { XPathEvaluationError, XPathParseError } from './xpath-error.ts';
import type { XPathNode, XPathValue } from './xpath-node.ts';
import type { XPathScope } from './xpath-scope.ts';

/** An expression with its value, and those of the parts that it is made of: why it is what it is. */
export interface ExpressionTrace {
  /** Of a part, as it would be written alone. */
  readonly text: string;
  /** `undefined` when it has none, for the reason in `problem`. */
  readonly value: XPathValue | undefined;
  readonly problem: string | undefined;
  /** Operands and arguments that are not literals. What stands in a predicate has a value for each candidate, and is no part. */
  readonly parts: readonly ExpressionTrace[];
}

/**
 * Evaluates an expression and each of its parts on `node`, for people who look for the reason of a value. All parts are
 * evaluated, those that `and` or `if()` would pass over as well. An expression that cannot be read has a problem and no parts.
 */
export function traceExpression(
  source: string,
  dialect: Dialect,
  node: XPathNode,
  scope: XPathScope,
): ExpressionTrace {
  const frame = () => new Frame(node, node, scope, dialect, scope.environment.timeZone);
  try {
    return { ...traceOf(parseXPath(source, dialect), dialect, frame), text: source };
  } catch (error) {
    if (!(error instanceof XPathParseError)) throw error;
    return { text: source, value: undefined, problem: error.message, parts: [] };
  }
}

function traceOf(expression: Expression, dialect: Dialect, frame: () => Frame): ExpressionTrace {
  const text = expressionText(expression);
  const parts = operandsOf(expression)
    .filter(({ kind }) => kind !== 'number' && kind !== 'string')
    .map((operand) => traceOf(operand, dialect, frame));
  return { text, parts, ...evaluated(expression, text, dialect, frame()) };
}

function evaluated(expression: Expression, text: string, dialect: Dialect, frame: Frame) {
  try {
    const functions = FUNCTION_TABLES[dialect];
    const value = compileExpression(expression, text, dialect, functions).value(frame);
    return { value: isNodes(value) ? toNodes(value) : value, problem: undefined };
  } catch (error) {
    if (error instanceof XPathParseError) throw error;
    if (!(error instanceof XPathEvaluationError)) throw error;
    return { value: undefined, problem: error.reason };
  }
}
