import { isNodes, toScalar } from './conversions.ts';
import { compileCondition, compileEqualityCondition } from './condition.ts';
import type { Condition, TestOutside } from './condition.ts';
import type { ComparisonExpression, Expression } from './expression.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { equal } from './comparison.ts';
import { indexKey } from './index-key.ts';
import { isInvariant, usesPosition, type PredicatePlace } from './predicate-analysis.ts';
import type { Compiler } from './compiler.ts';
import type { XPathNode, XPathScalar, XPathValue } from './xpath-node.ts';

/** A compiled predicate: keeps some of the candidates of a step. */
export interface Filter {
  /** True when the place among the candidates matters, so that no candidate may be left out before it. */
  readonly positional: boolean;
  /** Set when it is an equality that an index may answer: the key, and the value that is sought. */
  readonly lookup: Lookup | undefined;
  /** Set when records can be asked what they have, in place of nodes. */
  readonly condition: Condition | undefined;
  /** `own` asks that a candidate's position be its number among siblings of its name, as `*` has it in CommCare. */
  apply(candidates: readonly XPathNode[], frame: Frame, own: boolean): readonly XPathNode[];
}

/** A question to an index. */
export interface Lookup {
  readonly key: string;
  /** What is sought, evaluated where the whole path stands. */
  readonly operand: Evaluator;
  /** The filter that holds where the index is a declared one, and that alone may be asked: see {@link outsideEquality}. */
  readonly outside: Filter | undefined;
}

/** Compiles a predicate to one filter or, for `a and b`, one for each side. */
export function compilePredicate(
  predicate: Expression,
  place: PredicatePlace,
  compiler: Compiler,
): Filter[] {
  const conditions = usesPosition(predicate) ? [predicate] : sidesOf(predicate);
  if (conditions.length === 1) return [compileOne(predicate, place, compiler)];
  return conditions.map((condition) => compileSide(condition, place, compiler));
}

/** What must hold all together, however the `and`s are put in parentheses. */
function sidesOf(expression: Expression): readonly Expression[] {
  const isAnd = expression.kind === 'logic' && expression.operator === 'and';
  return isAnd ? expression.operands.flatMap(sidesOf) : [expression];
}

/** A side of `and`: only its truth counts, also when it is a number. */
function compileSide(operand: Expression, place: PredicatePlace, compiler: Compiler): Filter {
  const equality = compileEquality(operand, place, compiler);
  if (equality !== undefined) return equality;
  const evaluator = compiler.compile(operand);
  return truthFilter(evaluator, false, compileCondition(operand, place, compiler, evaluator));
}

function compileOne(predicate: Expression, place: PredicatePlace, compiler: Compiler): Filter {
  const equality = compileEquality(predicate, place, compiler);
  if (equality !== undefined) return equality;
  const evaluator = compiler.compile(predicate);
  if (evaluator.constant !== undefined) return constantFilter(evaluator.constant);
  if (evaluator.type === 'boolean') {
    const condition = compileCondition(predicate, place, compiler, evaluator);
    return truthFilter(evaluator, usesPosition(predicate), condition);
  }
  return valueFilter(evaluator);
}

/** `key = value` where the value is the same for all candidates: it is evaluated once. */
function compileEquality(
  predicate: Expression,
  place: PredicatePlace,
  compiler: Compiler,
): Filter | undefined {
  if (predicate.kind !== 'comparison' || predicate.operator !== '=') return undefined;
  if (usesPosition(predicate)) return undefined;
  const { left, right } = predicate;
  const rightIsFixed = isInvariant(right, place, compiler.traitsOf);
  if (!rightIsFixed && !isInvariant(left, place, compiler.traitsOf)) {
    return compiler.dialect === 'commcare' ? outsideEquality(predicate, compiler) : undefined;
  }
  const [variable, fixed] = rightIsFixed ? [left, right] : [right, left];
  const operand = compiler.compile(fixed);
  const test = equalTo(compiler.compile(variable), operand);
  const condition = compileEqualityCondition(variable, operand, test, place, compiler);
  return { ...equalityFilter(test, operand, indexKey(variable)), condition };
}

/**
 * `case[@case_id = ../@id]`: where there is an index for the left side, CommCare evaluates the right side before it looks
 * at any candidate, and so where the whole path stands. Apps rely on it.
 */
function outsideEquality(predicate: ComparisonExpression, compiler: Compiler): Filter | undefined {
  const key = indexKey(predicate.left);
  if (key === undefined) return undefined;
  const operand = compiler.compile(predicate.right);
  const test = equalTo(compiler.compile(predicate.left), operand);
  const outside = equalityFilter(test, operand, key);
  const filter = truthFilter(compiler.compile(predicate), false, undefined);
  return { ...filter, lookup: { key, operand, outside } };
}

/** The operand is evaluated once, before any candidate is looked at. */
function equalTo(variable: Evaluator, operand: Evaluator): TestOutside {
  return (frame) => {
    const wanted = operand.scalar(frame);
    return (inner) => equal(variable.scalar(inner), wanted, inner);
  };
}

function equalityFilter(test: TestOutside, operand: Evaluator, key: string | undefined): Filter {
  return {
    positional: false,
    lookup: key === undefined ? undefined : { key, operand, outside: undefined },
    condition: undefined,
    apply(candidates, frame) {
      if (candidates.length === 0) return candidates;
      const [inner, passes] = [frame.inner(), test(frame)];
      return candidates.filter((candidate) => {
        inner.moveTo(candidate);
        return passes(inner);
      });
    },
  };
}

function truthFilter(
  evaluator: Evaluator,
  positional: boolean,
  condition: Condition | undefined,
): Filter {
  return { ...eachFilter(positional, (inner) => evaluator.boolean(inner)), condition };
}

function valueFilter(evaluator: Evaluator): Filter {
  return eachFilter(true, (inner) => accepts(evaluator.value(inner), inner));
}

function constantFilter(constant: XPathScalar): Filter {
  return eachFilter(true, (inner) => accepts(constant, inner));
}

function eachFilter(positional: boolean, accept: (inner: Frame) => boolean): Filter {
  return {
    positional,
    lookup: undefined,
    condition: undefined,
    apply(candidates, frame, own) {
      const inner = frame.inner();
      inner.size = candidates.length;
      const passed: XPathNode[] = [];
      for (let i = 0; i < candidates.length; i++) {
        const candidate = candidates[i]!;
        inner.moveTo(candidate);
        inner.position = own ? candidate.index + 1 : i + 1;
        if (accept(inner)) passed.push(candidate);
      }
      return passed;
    },
  };
}

/**
 * Only a truth value selects, and in CommCare a number, cut off, that is the candidate's position. JavaRosa knows no
 * positions as predicates: ODK's forms write `[position() = 2]`.
 */
function accepts(value: XPathValue, frame: Frame): boolean {
  const scalar = isNodes(value) && frame.dialect === 'odk' ? false : toScalar(value, frame);
  if (typeof scalar !== 'number') return scalar === true;
  return frame.dialect === 'commcare' && Math.trunc(scalar) === frame.position;
}
