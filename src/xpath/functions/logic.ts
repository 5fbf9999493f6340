import { toScalar } from '../conversions.ts';
import { anyEvaluator, type Evaluator } from '../evaluator.ts';
import type { Frame } from '../frame.ts';
import type { XPathValue } from '../xpath-node.ts';
import {
  anyFunction,
  booleanFunction,
  define,
  type FunctionDefinition,
} from './function-definition.ts';

/** Truth and choice, of both dialects. */
export const logicFunctions: readonly FunctionDefinition[] = [
  booleanFunction('true', 0, () => () => true),
  booleanFunction('false', 0, () => () => false),
  booleanFunction('not', 1, (a) => (frame) => !a!.boolean(frame)),
  booleanFunction('boolean', 1, (a) => (frame) => a!.boolean(frame)),
  booleanFunction('boolean-from-string', 1, (a) => (frame) => isTrueText(a!.text(frame))),
  define('if', 3, ([condition, yes, no]) =>
    chosen((frame) => (condition!.boolean(frame) ? yes! : no!)),
  ),
  define('cond', [3, Infinity], (args) => chosen((frame) => branch(args, frame)), { step: 2 }),
  anyFunction(
    'coalesce',
    [1, Infinity],
    (...args) =>
      (frame) =>
        firstPresent(args, frame),
  ),
  define('depend', [1, Infinity], ([first]) => first!),
];

function isTrueText(text: string): boolean {
  return text === '1' || text.toLowerCase() === 'true';
}

/** The evaluator of a choice: only the chosen argument is evaluated, and as the type that is wanted. */
function chosen(choose: (frame: Frame) => Evaluator): Evaluator {
  return {
    ...anyEvaluator((frame) => choose(frame).value(frame)),
    text: (frame) => choose(frame).text(frame),
    number: (frame) => choose(frame).number(frame),
    boolean: (frame) => choose(frame).boolean(frame),
    scalar: (frame) => choose(frame).scalar(frame),
  };
}

/** Conditions and values in turn; the last value is for when none holds. */
function branch(args: readonly Evaluator[], frame: Frame): Evaluator {
  for (let i = 0; i + 1 < args.length; i += 2) {
    if (args[i]!.boolean(frame)) return args[i + 1]!;
  }
  return args[args.length - 1]!;
}

/** The first argument that is neither empty nor NaN, else the last. */
function firstPresent(args: readonly Evaluator[], frame: Frame): XPathValue {
  const last = args.length - 1;
  for (let i = 0; i < last; i++) {
    const value = args[i]!.value(frame);
    const scalar = toScalar(value, frame);
    if (scalar !== '' && !Number.isNaN(scalar)) return value;
  }
  return args[last]!.value(frame);
}
