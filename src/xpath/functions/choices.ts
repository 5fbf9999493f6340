import { isNodes, toBoolean, toNodes, toNumber } from '../conversions.ts';
import type { Evaluator } from '../evaluator.ts';
import type { Frame } from '../frame.ts';
import { XPathEvaluationError } from '../xpath-error.ts';
import { booleanFunction, type FunctionDefinition } from './function-definition.ts';

/** Counting conditions, of both dialects. */
export const choiceFunctions: readonly FunctionDefinition[] = [
  booleanFunction('checklist', [2, Infinity], checklist),
  booleanFunction('weighted-checklist', [2, Infinity], weightedChecklist, { step: 2 }),
];

/** Whether at least and at most so many conditions hold; -1 sets no limit. A single path is a condition for each node. */
function checklist(least?: Evaluator, most?: Evaluator, ...conditions: Evaluator[]) {
  return (frame: Frame): boolean => {
    const [low, high] = [limit(least!, frame), limit(most!, frame)];
    const count = truths(conditions, frame).filter(Boolean).length;
    return (low < 0 || count >= low) && (high < 0 || count <= high);
  };
}

function limit(evaluator: Evaluator, frame: Frame): number {
  const value = evaluator.number(frame);
  return Number.isNaN(value) ? 0 : Math.trunc(value);
}

function truths(conditions: readonly Evaluator[], frame: Frame): boolean[] {
  if (conditions.length !== 1) return conditions.map((condition) => condition.boolean(frame));
  const value = conditions[0]!.value(frame);
  return isNodes(value)
    ? toNodes(value).map((node) => toBoolean(node.value, frame))
    : [toBoolean(value, frame)];
}

/**
 * Whether the weights of the conditions that hold add up to a number between the limits; conditions and weights in turn,
 * or a path of conditions and one of as many weights.
 */
function weightedChecklist(least?: Evaluator, most?: Evaluator, ...pairs: Evaluator[]) {
  return (frame: Frame): boolean => {
    const [low, high] = [least!.number(frame), most!.number(frame)];
    const total = weightOfPaths(pairs, frame) ?? totalWeight(pairs, frame);
    return total >= low && total <= high;
  };
}

function totalWeight(pairs: readonly Evaluator[], frame: Frame): number {
  let total = 0;
  for (let i = 0; i < pairs.length; i += 2) {
    const weight = pairs[i + 1]!.number(frame);
    if (pairs[i]!.boolean(frame)) total += weight;
  }
  return total;
}

/** `undefined` unless there is one pair, and both are paths. */
function weightOfPaths(pairs: readonly Evaluator[], frame: Frame): number | undefined {
  const [conditions, weights] = pairs;
  if (pairs.length !== 2 || conditions!.type !== 'nodes' || weights!.type !== 'nodes')
    return undefined;
  const flags = conditions!.nodes(frame);
  const numbers = weights!.nodes(frame);
  if (flags.length !== numbers.length) throw unevenPaths(flags.length, numbers.length);
  return flags.reduce((total, { value }, i) => {
    const weight = toNumber(numbers[i]!.value, frame);
    return toBoolean(value, frame) ? total + weight : total;
  }, 0);
}

function unevenPaths(conditions: number, weights: number): XPathEvaluationError {
  return new XPathEvaluationError(
    `weighted-checklist() needs a weight for each condition, not ${weights} for ${conditions}`,
  );
}
