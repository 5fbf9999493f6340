import type { Compiler } from './compiler.ts';
import type { CallExpression, Expression, LogicExpression } from './expression.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { lookupText } from './lookup-text.ts';
import type { Records, Rows } from './records.ts';
import { indexKey } from './index-key.ts';
import { isInvariant, readsCurrent, usesPosition } from './predicate-analysis.ts';
import type { PredicatePlace } from './predicate-analysis.ts';
import { operandsOf } from './static-analysis.ts';
import { XPathEvaluationError } from './xpath-error.ts';
import type { XPathNode } from './xpath-node.ts';

/** The truth of an expression, asked of many records at once: of each only the values that it reads. */
export interface Condition {
  /** Those of the rows for which it holds; `undefined` when the nodes have to be asked, one by one. */
  keep(records: Records, rows: Rows, frame: Frame): Rows | undefined;
}

/**
 * The condition of a predicate over records; `undefined` where some part of it reads several values of a record at once, or anything else
 * that differs from record to record. `evaluator`, where there is one, is the expression compiled.
 */
export function compileCondition(
  expression: Expression,
  place: PredicatePlace,
  compiler: Compiler,
  evaluator?: Evaluator,
): Condition | undefined {
  // Only instances have records.
  if (place.path.start.kind !== 'instance' || usesPosition(expression)) return undefined;
  const key = soleKeyIn(expression, place, compiler);
  if (key !== undefined) {
    const oneByOne = byValue(key, evaluator ?? compiler.compile(expression));
    const sought = soughtAt(key, expression, (part) => isInvariant(part, place, compiler.traitsOf));
    const condition = sought ? byIndex(key, compiler.compile(sought), oneByOne) : oneByOne;
    return readsCurrent(expression) ? insideForms(condition) : condition;
  }
  if (expression.kind === 'logic') return logicCondition(expression, place, compiler);
  const [negated] = expression.kind === 'call' ? expression.args : [];
  if (negated === undefined || !isNot(expression)) return undefined;
  const inner = compileCondition(negated, place, compiler);
  return (
    inner && { keep: (records, rows, frame) => without(rows, inner.keep(records, rows, frame)) }
  );
}

function isNot(expression: Expression): boolean {
  return expression.kind === 'call' && expression.name === 'not' && expression.args.length === 1;
}

/** The one key of a record that an expression reads, while all else in it is the same for all records. */
function soleKeyIn(
  expression: Expression,
  place: PredicatePlace,
  compiler: Compiler,
): string | undefined {
  const keys = new Set<string>();
  if (!readsKeys(expression, place, compiler, keys) || keys.size !== 1) return undefined;
  return [...keys][0];
}

function readsKeys(
  expression: Expression,
  place: PredicatePlace,
  compiler: Compiler,
  keys: Set<string>,
): boolean {
  if (isInvariant(expression, place, compiler.traitsOf)) return true;
  if (expression.kind === 'path') {
    const key = indexKey(expression);
    if (key !== undefined) keys.add(key);
    return key !== undefined;
  }
  if (expression.kind === 'union') return false;
  if (expression.kind === 'call' && !isSameForAll(expression, compiler)) return false;
  return operandsOf(expression).every((operand) => readsKeys(operand, place, compiler, keys));
}

/** Whether a function gives the same for the same arguments while records are asked: the clock does not go on meanwhile. */
function isSameForAll({ name, args }: CallExpression, { traitsOf }: Compiler): boolean {
  const traits = traitsOf(name);
  if (traits === undefined || args.length <= traits.contextArity) return false;
  return args.length > traits.volatileArity || name === 'today' || name === 'now';
}

/** What a key is to equal, the same for all; `undefined` for any other expression. */
function soughtAt(
  key: string,
  expression: Expression,
  isFixed: (part: Expression) => boolean,
): Expression | undefined {
  if (expression.kind !== 'comparison' || expression.operator !== '=') return undefined;
  const { left, right } = expression;
  if (indexKey(left) === key && isFixed(right)) return right;
  return indexKey(right) === key && isFixed(left) ? left : undefined;
}

/** Asks a declared index, if there is one that can tell. */
function byIndex(key: string, sought: Evaluator, otherwise: Condition): Condition {
  return {
    keep(records, rows, frame) {
      const found = rows.length === 0 ? rows : findDeclared(records, key, sought, frame);
      if (found === undefined) return otherwise.keep(records, rows, frame);
      const kept = new Set(found);
      return rows.filter((row) => kept.has(row));
    },
  };
}

function findDeclared(
  records: Records,
  key: string,
  sought: Evaluator,
  frame: Frame,
): Rows | undefined {
  if (records.hasIndex?.(key) !== true) return undefined;
  const text = unlessFailing(() => lookupText(sought, frame));
  return text === undefined ? undefined : records.lookup(records.name, key, text);
}

function byValue(key: string, evaluator: Evaluator): Condition {
  return {
    keep(records, rows, frame) {
      const inner = frame.inner();
      const test = (node: XPathNode): boolean => {
        inner.moveTo(node);
        return evaluator.boolean(inner);
      };
      return unlessFailing(() => records.where(rows, key, test));
    },
  };
}

/** Where something is at fault, the nodes, asked in their order, tell what it is. */
function unlessFailing<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof XPathEvaluationError) return undefined;
    throw error;
  }
}

/** Without a form `current()` is each record in turn, and a condition that reads it reads more than its key. */
function insideForms(condition: Condition): Condition {
  return {
    keep: (records, rows, frame) =>
      frame.isFloating ? undefined : condition.keep(records, rows, frame),
  };
}

/** As when one record is asked after the other, an operand is asked only of those that are not decided yet. */
function logicCondition(
  { operator, operands }: LogicExpression,
  place: PredicatePlace,
  compiler: Compiler,
): Condition | undefined {
  const conditions: Condition[] = [];
  for (const operand of operands) {
    const condition = compileCondition(operand, place, compiler);
    if (condition === undefined) return undefined;
    conditions.push(condition);
  }
  return { keep: operator === 'and' ? keepAll(conditions) : keepAny(conditions) };
}

function keepAll(conditions: readonly Condition[]): Condition['keep'] {
  return (records, rows, frame) => {
    let kept: Rows | undefined = rows;
    for (const condition of conditions) kept = kept && condition.keep(records, kept, frame);
    return kept;
  };
}

function keepAny(conditions: readonly Condition[]): Condition['keep'] {
  return (records, rows, frame) => {
    let left: Rows | undefined = rows;
    for (const condition of conditions) {
      left = left && without(left, condition.keep(records, left, frame));
    }
    return without(rows, left);
  };
}

/** Rows but for some of them, which come in the same order. */
function without(rows: Rows, some: Rows | undefined): Rows | undefined {
  if (some === undefined) return undefined;
  let at = 0;
  return rows.filter((row) => {
    if (at === some.length || some[at] !== row) return true;
    at += 1;
    return false;
  });
}
