import type { Dialect } from './compiled-expression.ts';
import { compilePath } from './compile-path.ts';
import type { Compiler } from './compiler.ts';
import type { CallExpression, Expression, UnionExpression } from './expression.ts';
import { anyEvaluator, constantEvaluator, fold, type Evaluator } from './evaluator.ts';
import type { FunctionDefinition } from './functions/function-definition.ts';
import type { FunctionTable } from './functions/function-tables.ts';
import { arithmetic, logic, negate } from './operators.ts';
import { comparison } from './comparison.ts';
import { operandsOf } from './static-analysis.ts';
import { unionOf } from './union.ts';
import { XPathEvaluationError, XPathParseError } from './xpath-error.ts';

/** Compiles a parsed expression to closures. Throws {@link XPathParseError} for a wrong number of arguments. */
export function compileExpression(
  expression: Expression,
  source: string,
  dialect: Dialect,
  functions: FunctionTable,
): Evaluator {
  const compiler: Compiler = {
    dialect,
    source,
    traitsOf: (name) => functions.get(name),
    compile: (part) => compilePart(part, compiler, functions),
  };
  return compiler.compile(expression);
}

function compilePart(
  expression: Expression,
  compiler: Compiler,
  functions: FunctionTable,
): Evaluator {
  switch (expression.kind) {
    case 'number':
    case 'string':
      return constantEvaluator(expression.value);
    case 'variable':
      return variable(expression.name);
    case 'path':
      return compilePath(expression, compiler);
    case 'union':
      return compileUnion(expression, compiler);
    case 'call':
      return compileCall(expression, compiler, functions);
    default:
      return compileOperator(expression, compiler);
  }
}

type OperatorExpression = Extract<
  Expression,
  { kind: 'negate' | 'logic' | 'comparison' | 'arithmetic' }
>;

function compileOperator(expression: OperatorExpression, compiler: Compiler): Evaluator {
  const operands = operandsOf(expression).map((operand) => compiler.compile(operand));
  const evaluator = operate(expression, operands, compiler.dialect);
  return operands.every(isConstant) ? fold(evaluator, compiler.dialect) : evaluator;
}

function operate(
  expression: OperatorExpression,
  operands: readonly Evaluator[],
  dialect: Dialect,
): Evaluator {
  const [first, second] = operands;
  switch (expression.kind) {
    case 'negate':
      return negate(first!);
    case 'logic':
      return logic(expression.operator, operands);
    case 'comparison':
      return comparison(expression.operator, first!, second!, dialect);
    case 'arithmetic':
      return arithmetic(expression.operators, operands);
  }
}

function isConstant({ constant }: Evaluator): boolean {
  return constant !== undefined;
}

function variable(name: string): Evaluator {
  return anyEvaluator((frame) => {
    const value = frame.scope.variable(name);
    if (value === undefined) throw new XPathEvaluationError(`There is no variable $${name}`);
    return value;
  });
}

function compileUnion({ operands }: UnionExpression, compiler: Compiler): Evaluator {
  if (compiler.dialect === 'commcare') {
    return anyEvaluator(() => {
      throw new XPathEvaluationError("There is no union “|” in CommCare's XPath");
    });
  }
  return unionOf(operands.map((operand) => compiler.compile(operand)));
}

function compileCall(
  call: CallExpression,
  compiler: Compiler,
  functions: FunctionTable,
): Evaluator {
  const definition = functions.get(call.name);
  const args = call.args.map((arg) => compiler.compile(arg));
  if (definition === undefined) return hostCall(call.name, args);
  checkArity(definition, call, compiler.source);
  const evaluator = definition.compile(args, call);
  const { volatileArity, contextArity } = definition;
  const fixed = args.length > Math.max(volatileArity, contextArity) && args.every(isConstant);
  return fixed ? fold(evaluator, compiler.dialect) : evaluator;
}

/** A function of the host; that there is none shows only when the expression is evaluated. */
function hostCall(name: string, args: readonly Evaluator[]): Evaluator {
  return anyEvaluator((frame) => {
    const implementation = frame.scope.function(name);
    if (implementation === undefined) {
      throw new XPathEvaluationError(`There is no function “${name}()”`);
    }
    return implementation(
      args.map((arg) => arg.value(frame)),
      frame.node,
      frame.scope,
    );
  });
}

function checkArity(definition: FunctionDefinition, call: CallExpression, source: string): void {
  const problem = definition.arityProblem(call.args.length);
  if (problem === undefined) return;
  throw new XPathParseError(`${call.name}() ${problem}`, source, call.offset);
}
