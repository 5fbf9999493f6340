import type { Dialect } from './compiled-expression.ts';
import { toBoolean, toNumber, toText } from './conversions.ts';
import { booleanEvaluator, type Evaluator } from './evaluator.ts';
import type { ComparisonOperator } from './expression.ts';
import type { Frame } from './frame.ts';
import type { XPathScalar } from './xpath-node.ts';

/** `=`, `!=`, `<` … of two values. In ODK a set of several nodes compares as XPath 1.0 says: some node does. */
export function comparison(
  operator: ComparisonOperator,
  a: Evaluator,
  b: Evaluator,
  dialect: Dialect,
): Evaluator {
  if (dialect === 'odk' && (a.type === 'nodes' || b.type === 'nodes')) {
    return setComparison(operator, a, b);
  }
  if (operator === '=') return equality(a, b, true);
  if (operator === '!=') return equality(a, b, false);
  return ordering(operator, a, b);
}

function setComparison(operator: ComparisonOperator, a: Evaluator, b: Evaluator): Evaluator {
  return booleanEvaluator((frame) => {
    const left = scalarsOf(a, frame);
    const right = scalarsOf(b, frame);
    return left.some((x) => right.some((y) => compare(operator, x, y, frame)));
  });
}

/** An empty set compares as an empty text. */
function scalarsOf(evaluator: Evaluator, frame: Frame): readonly XPathScalar[] {
  if (evaluator.type !== 'nodes') return [evaluator.scalar(frame)];
  const nodes = evaluator.nodes(frame);
  return nodes.length === 0 ? [''] : nodes.map((node) => node.value);
}

function compare(
  operator: ComparisonOperator,
  a: XPathScalar,
  b: XPathScalar,
  frame: Frame,
): boolean {
  if (operator === '=') return equal(a, b, frame);
  if (operator === '!=') return !equal(a, b, frame);
  const [x, y] = [toNumber(a, frame), toNumber(b, frame)];
  switch (operator) {
    case '<':
      return x < y;
    case '<=':
      return x <= y;
    case '>':
      return x > y;
    case '>=':
      return x >= y;
  }
}

function equality(a: Evaluator, b: Evaluator, wanted: boolean): Evaluator {
  if (a.type === 'boolean' || b.type === 'boolean') {
    return booleanEvaluator((frame) => (a.boolean(frame) === b.boolean(frame)) === wanted);
  }
  if (a.type === 'number' || b.type === 'number') return numberEquality(a, b, wanted);
  return booleanEvaluator((frame) => equal(a.scalar(frame), b.scalar(frame), frame) === wanted);
}

/** One side is a number; the other may still turn out to be a truth value. */
function numberEquality(a: Evaluator, b: Evaluator, wanted: boolean): Evaluator {
  const known = a.type === 'number' && b.type === 'number';
  if (known) {
    return booleanEvaluator((frame) => sameNumber(a.number(frame), b.number(frame)) === wanted);
  }
  return booleanEvaluator((frame) => equal(a.scalar(frame), b.scalar(frame), frame) === wanted);
}

/**
 * Equality of two scalars: as truth values when one is one, else as numbers (within 1e-12) when one is one, else as text.
 */
export function equal(a: XPathScalar, b: XPathScalar, frame: Frame): boolean {
  if (typeof a === 'string' && typeof b === 'string') return a === b;
  if (typeof a === 'boolean' || typeof b === 'boolean') {
    return toBoolean(a, frame) === toBoolean(b, frame);
  }
  if (typeof a === 'number' || typeof b === 'number') {
    return sameNumber(toNumber(a, frame), toNumber(b, frame));
  }
  return toText(a, frame) === toText(b, frame);
}

/** As in both engines, Infinity is not the same as Infinity. */
function sameNumber(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-12;
}

function ordering(operator: '<' | '<=' | '>' | '>=', a: Evaluator, b: Evaluator): Evaluator {
  switch (operator) {
    case '<':
      return booleanEvaluator((frame) => a.number(frame) < b.number(frame));
    case '<=':
      return booleanEvaluator((frame) => a.number(frame) <= b.number(frame));
    case '>':
      return booleanEvaluator((frame) => a.number(frame) > b.number(frame));
    case '>=':
      return booleanEvaluator((frame) => a.number(frame) >= b.number(frame));
  }
}
