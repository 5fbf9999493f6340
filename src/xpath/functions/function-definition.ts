import {
  anyEvaluator,
  booleanEvaluator,
  nodesEvaluator,
  numberEvaluator,
  textEvaluator,
  type Evaluator,
} from '../evaluator.ts';
import type { CallExpression } from '../expression.ts';
import type { Frame } from '../frame.ts';
import type { FunctionTraits } from '../static-analysis.ts';
import type { XPathNode, XPathValue } from '../xpath-node.ts';

/** A function of XPath: one row of a table. */
export interface FunctionDefinition extends FunctionTraits {
  readonly name: string;
  /** Arguments whose nodes are only counted, not read; by number. */
  readonly structural: ReadonlySet<number>;
  /** What is wrong with a number of arguments, as the end of a sentence, or `undefined`. */
  arityProblem(count: number): string | undefined;
  compile(args: readonly Evaluator[], call: CallExpression): Evaluator;
}

/** How many arguments: exactly, or from least to most. */
export type Arity = number | readonly [least: number, most: number];

/** What a row may say beyond name, arity and implementation. */
export interface FunctionOptions {
  readonly volatileArity?: number;
  readonly contextArity?: number;
  readonly structural?: readonly number[];
  /** Arguments beyond the least come in groups of that many. */
  readonly step?: number;
}

type Closure<T> = (frame: Frame) => T;

/** Takes evaluators, so that an argument that is not needed is never evaluated, and gives the closure. */
export type Implementation<T> = (...args: Evaluator[]) => Closure<T>;

/** A function that gives a number. */
export function numberFunction(
  name: string,
  arity: Arity,
  make: Implementation<number>,
  options: FunctionOptions = {},
): FunctionDefinition {
  return define(name, arity, (args) => numberEvaluator(make(...args)), options);
}

/** A function that gives text. */
export function textFunction(
  name: string,
  arity: Arity,
  make: Implementation<string>,
  options: FunctionOptions = {},
): FunctionDefinition {
  return define(name, arity, (args) => textEvaluator(make(...args)), options);
}

/** A function that gives a truth value. */
export function booleanFunction(
  name: string,
  arity: Arity,
  make: Implementation<boolean>,
  options: FunctionOptions = {},
): FunctionDefinition {
  return define(name, arity, (args) => booleanEvaluator(make(...args)), options);
}

/** A function that gives nodes. */
export function nodesFunction(
  name: string,
  arity: Arity,
  make: Implementation<readonly XPathNode[]>,
  options: FunctionOptions = {},
): FunctionDefinition {
  return define(name, arity, (args) => nodesEvaluator(make(...args)), options);
}

/** A function whose type depends on its arguments. */
export function anyFunction(
  name: string,
  arity: Arity,
  make: Implementation<XPathValue>,
  options: FunctionOptions = {},
): FunctionDefinition {
  return define(name, arity, (args) => anyEvaluator(make(...args)), options);
}

/** A function that makes its own evaluator. */
export function define(
  name: string,
  arity: Arity,
  compile: (args: readonly Evaluator[], call: CallExpression) => Evaluator,
  options: FunctionOptions = {},
): FunctionDefinition {
  const [least, most] = typeof arity === 'number' ? [arity, arity] : arity;
  return {
    name,
    volatileArity: options.volatileArity ?? -1,
    contextArity: options.contextArity ?? -1,
    structural: new Set(options.structural),
    arityProblem: (count) => arityProblem(count, least, most, options.step ?? 1),
    compile,
  };
}

function arityProblem(
  count: number,
  least: number,
  most: number,
  step: number,
): string | undefined {
  if (count >= least && count <= most && (count - least) % step === 0) return undefined;
  const wanted =
    least === most ? `${least}` : most === Infinity ? `${least} or more` : `${least} to ${most}`;
  const groups = step > 1 ? `, in steps of ${step}` : '';
  return `takes ${wanted} argument${wanted === '1' ? '' : 's'}${groups}, not ${count}`;
}

/** Functions by their names; of two with one name the last. */
export function namedFunctions(
  rows: readonly FunctionDefinition[],
): ReadonlyMap<string, FunctionDefinition> {
  return new Map(rows.map((row) => [row.name, row]));
}
