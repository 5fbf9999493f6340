import { isNodes, toBoolean, toNodes } from '../conversions.ts';
import type { Evaluator } from '../evaluator.ts';
import type { Frame } from '../frame.ts';
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

/** Whether the weights of the conditions that hold add up to a number between the limits; conditions and weights in turn. */
function weightedChecklist(least?: Evaluator, most?: Evaluator, ...pairs: Evaluator[]) {
  return (frame: Frame): boolean => {
    const [low, high] = [least!.number(frame), most!.number(frame)];
    const total = totalWeight(pairs, frame);
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
