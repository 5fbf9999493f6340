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

/** The truth of an expression, asked of many records at once: of each only the values that it reads. */
export interface Condition {
  /** Those of the rows for which it holds; `undefined` when the nodes have to be asked, one by one. */
  keep(records: Records, rows: Rows, frame: Frame): Rows | undefined;
}

/** A test of records, made ready where the whole path stands. */
export type TestOutside = (frame: Frame) => (inner: Frame) => boolean;

/**
 * The condition of `variable = operand` whose operand is evaluated where the whole path stands: in a repeat it reads that repeat. `undefined`
 * where {@link compileCondition} gives none either.
 */
export function compileEqualityCondition(
  variable: Expression,
  operand: Evaluator,
  test: TestOutside,
  place: PredicatePlace,
  compiler: Compiler,
): Condition | undefined {
  if (!canAskRecords(variable, place)) return undefined;
  const key = soleKeyIn(variable, place, compiler);
  if (key === undefined) return undefined;
  const oneByOne = byValue(key, test);
  const isKey = indexKey(variable) === key;
  const condition = isKey
    ? byIndex(key, (frame) => lookupText(operand, frame), oneByOne)
    : oneByOne;
  return readsCurrent(variable) ? insideForms(condition) : condition;
}

/**
 * The condition of an expression that is evaluated at each record; `undefined` where some part of it reads several values of a record at
 * once, or anything else that differs from record to record. `evaluator`, where there is one, is the expression compiled.
 */
export function compileCondition(
  expression: Expression,
  place: PredicatePlace,
  compiler: Compiler,
  evaluator?: Evaluator,
): Condition | undefined {
  if (!canAskRecords(expression, place)) return undefined;
  const key = soleKeyIn(expression, place, compiler);
  if (key !== undefined) {
    const compiled = evaluator ?? compiler.compile(expression);
    const oneByOne = byValue(key, () => (inner) => compiled.boolean(inner));
    const sought = soughtAt(key, expression, place, compiler);
    const condition = sought ? byIndex(key, atFirst(sought), oneByOne) : oneByOne;
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

/** Only instances have records, and none of them knows its place among the others. */
function canAskRecords(expression: Expression, { path }: PredicatePlace): boolean {
  return path.start.kind === 'instance' && !usesPosition(expression);
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

/**
 * What a key is to equal, the same for all; `undefined` for any other expression. In ODK a set of nodes is none: any of them may be
 * equal, and an index is asked for one.
 */
function soughtAt(
  key: string,
  expression: Expression,
  place: PredicatePlace,
  compiler: Compiler,
): Evaluator | undefined {
  if (expression.kind !== 'comparison' || expression.operator !== '=') return undefined;
  const sides = [expression.left, expression.right];
  const [variable, fixed] = indexKey(expression.left) === key ? sides : sides.reverse();
  if (indexKey(variable!) !== key || !isInvariant(fixed!, place, compiler.traitsOf))
    return undefined;
  const sought = compiler.compile(fixed!);
  return sought.type === 'nodes' && compiler.dialect === 'odk' ? undefined : sought;
}

/** What an index is asked for; `undefined` where it cannot tell. */
type Sought = (frame: Frame, records: Records, rows: Rows) => string | undefined;

/** The same for all records, but not the same as where the whole path stands: there a repeat reads itself. */
function atFirst(sought: Evaluator): Sought {
  return (frame, records, rows) => {
    const inner = frame.inner();
    inner.moveTo(records.nodes(rows.slice(0, 1))[0]!);
    return lookupText(sought, inner);
  };
}

/** Asks a declared index, if there is one that can tell. */
function byIndex(key: string, sought: Sought, otherwise: Condition): Condition {
  return {
    keep(records, rows, frame) {
      if (rows.length === 0) return rows;
      const isDeclared = records.hasIndex?.(key) === true;
      const text = isDeclared ? unlessFailing(() => sought(frame, records, rows)) : undefined;
      const found = text === undefined ? undefined : records.lookup(records.name, key, text);
      if (found === undefined) return otherwise.keep(records, rows, frame);
      const kept = new Set(found);
      return rows.filter((row) => kept.has(row));
    },
  };
}

function byValue(key: string, test: TestOutside): Condition {
  return {
    keep(records, rows, frame) {
      if (rows.length === 0) return rows;
      return unlessFailing(() => {
        const [inner, passes] = [frame.inner(), test(frame)];
        return records.where(rows, key, (node) => {
          inner.moveTo(node);
          return passes(inner);
        });
      });
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
