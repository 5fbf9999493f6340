import type { CompiledExpression, Dialect, PathReference } from './compiled-expression.ts';
import { compileExpression } from './compile-expression.ts';
import { isNodes, toNodes } from './conversions.ts';
import type { Evaluator } from './evaluator.ts';
import type { Expression } from './expression.ts';
import { Frame } from './frame.ts';
import { FUNCTION_TABLES } from './functions/function-tables.ts';
import { parseXPath } from './parser.ts';
import { indexKey } from './index-key.ts';
import { referencesOf } from './references.ts';
import { soleKey } from './sole-key.ts';
import { callsIn } from './static-analysis.ts';
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

const NO_FUNCTIONS: ReadonlySet<string> = new Set();

class Compiled implements CompiledExpression {
  readonly volatile: boolean;
  readonly functions: ReadonlySet<string>;

  constructor(
    readonly source: string,
    private readonly dialect: Dialect,
    private readonly expression: Expression,
    private readonly evaluator: Evaluator,
  ) {
    const calls = callsIn(expression);
    this.functions = calls.length === 0 ? NO_FUNCTIONS : new Set(calls.map(({ name }) => name));
    const table = FUNCTION_TABLES[dialect];
    this.volatile = calls.some(
      ({ name, args }) => args.length <= (table.get(name)?.volatileArity ?? -1),
    );
  }

  get soleKey(): string | undefined {
    const table = FUNCTION_TABLES[this.dialect];
    return soleKey(this.expression, (name) => table.get(name));
  }

  get key(): string | undefined {
    return indexKey(this.expression);
  }

  get takesPredicate(): boolean {
    const { expression, source } = this;
    // Behind parentheses it would stand on all that is in them, which CommCare does not have.
    if (expression.kind !== 'path' || source.trimEnd().endsWith(')')) return false;
    return expression.steps.at(-1)?.test.kind === 'name';
  }

  evaluate(node: XPathNode, scope: XPathScope): XPathValue {
    try {
      const value = this.evaluator.value(this.frame(node, scope));
      return isNodes(value) ? toNodes(value) : value;
    } catch (error) {
      throw this.placed(error, node, scope);
    }
  }

  evaluateString(node: XPathNode, scope: XPathScope): string {
    try {
      return this.evaluator.text(this.frame(node, scope));
    } catch (error) {
      throw this.placed(error, node, scope);
    }
  }

  evaluateNumber(node: XPathNode, scope: XPathScope): number {
    try {
      return this.evaluator.number(this.frame(node, scope));
    } catch (error) {
      throw this.placed(error, node, scope);
    }
  }

  evaluateBoolean(node: XPathNode, scope: XPathScope): boolean {
    try {
      return this.evaluator.boolean(this.frame(node, scope));
    } catch (error) {
      throw this.placed(error, node, scope);
    }
  }

  /** The nodes of a path that can never exist are none here, as in an itemset without choices. */
  evaluateNodes(node: XPathNode, scope: XPathScope): readonly XPathNode[] {
    try {
      return this.evaluator.someNodes(this.frame(node, scope));
    } catch (error) {
      throw this.placed(error, node, scope);
    }
  }

  references(contextPath: readonly string[]): readonly PathReference[] {
    const table = FUNCTION_TABLES[this.dialect];
    return referencesOf(this.expression, contextPath, this.dialect, (name) => table.get(name));
  }

  private frame(node: XPathNode, scope: XPathScope): Frame {
    return new Frame(node, node, scope, this.dialect, scope.environment.timeZone);
  }

  /** Adds the expression to an error that came from inside. */
  private placed(error: unknown, node: XPathNode, scope: XPathScope): unknown {
    if (!(error instanceof XPathEvaluationError) || error.source !== '') return error;
    const whole = error.phase === 'unpack' && this.hasValue(node, scope);
    return new XPathEvaluationError(error.reason, this.source, whole ? 'unpack' : 'eval');
  }

  /** True when the expression itself can be evaluated, so that it was its value that could not be converted. */
  private hasValue(node: XPathNode, scope: XPathScope): boolean {
    try {
      this.evaluator.value(this.frame(node, scope));
      return true;
    } catch {
      return false;
    }
  }
}
