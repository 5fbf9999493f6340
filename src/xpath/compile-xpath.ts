import type { CompiledExpression, Dialect, PathReference } from './compiled-expression.ts';
import { compileExpression } from './compile-expression.ts';
import type { Evaluator } from './evaluator.ts';
import type { Expression } from './expression.ts';
import { Frame } from './frame.ts';
import { FUNCTION_TABLES } from './functions/function-tables.ts';
import { parseXPath } from './parser.ts';
import { referencesOf } from './references.ts';
import { everyExpression } from './static-analysis.ts';
import { XPathEvaluationError } from './xpath-error.ts';
import type { XPathNode, XPathValue } from './xpath-node.ts';
import type { XPathScope } from './xpath-scope.ts';

/**
 * Compiles an expression: once for a definition, to evaluate it many times. Nothing is kept here; whoever compiles the
 * same text again and again keeps the result. Throws {@link XPathParseError} with the reason and the place.
 */
export function compileXPath(source: string, dialect: Dialect): CompiledExpression {
  const expression = parseXPath(source, dialect);
  const evaluator = compileExpression(expression, source, dialect, FUNCTION_TABLES[dialect]);
  return new Compiled(source, dialect, expression, evaluator);
}

class Compiled implements CompiledExpression {
  readonly volatile: boolean;
  readonly functions: ReadonlySet<string>;

  constructor(
    readonly source: string,
    private readonly dialect: Dialect,
    private readonly expression: Expression,
    private readonly evaluator: Evaluator,
  ) {
    this.functions = calledFunctions(expression);
    const table = FUNCTION_TABLES[dialect];
    this.volatile = [...this.functions].some((name) => table.get(name)?.volatile ?? false);
  }

  evaluate(node: XPathNode, scope: XPathScope): XPathValue {
    try {
      return this.evaluator.value(this.frame(node, scope));
    } catch (error) {
      throw this.placed(error);
    }
  }

  evaluateString(node: XPathNode, scope: XPathScope): string {
    try {
      return this.evaluator.text(this.frame(node, scope));
    } catch (error) {
      throw this.placed(error);
    }
  }

  evaluateNumber(node: XPathNode, scope: XPathScope): number {
    try {
      return this.evaluator.number(this.frame(node, scope));
    } catch (error) {
      throw this.placed(error);
    }
  }

  evaluateBoolean(node: XPathNode, scope: XPathScope): boolean {
    try {
      return this.evaluator.boolean(this.frame(node, scope));
    } catch (error) {
      throw this.placed(error);
    }
  }

  /** The nodes of a path that can never exist are none here, as in an itemset without choices. */
  evaluateNodes(node: XPathNode, scope: XPathScope): readonly XPathNode[] {
    try {
      return this.evaluator.someNodes(this.frame(node, scope));
    } catch (error) {
      throw this.placed(error);
    }
  }

  references(contextPath: readonly string[]): readonly PathReference[] {
    const table = FUNCTION_TABLES[this.dialect];
    return referencesOf(this.expression, contextPath, (name) => table.get(name));
  }

  private frame(node: XPathNode, scope: XPathScope): Frame {
    return new Frame(node, node, scope, this.dialect, scope.environment.timeZone);
  }

  /** Adds the expression to an error that came from inside, and says when it was the whole that was no single value. */
  private placed(error: unknown): unknown {
    if (error instanceof RangeError && /call stack/i.test(error.message)) {
      return new XPathEvaluationError('The expression is nested too deep', this.source);
    }
    if (!(error instanceof XPathEvaluationError) || error.source !== '') return error;
    const whole = error.phase === 'unpack' && this.expression.kind === 'path';
    return new XPathEvaluationError(error.reason, this.source, whole ? 'unpack' : 'eval');
  }
}

function calledFunctions(expression: Expression): ReadonlySet<string> {
  const names = new Set<string>();
  for (const part of everyExpression(expression)) {
    if (part.kind === 'call') names.add(part.name);
  }
  return names;
}
