import { toScalar } from '../conversions.ts';
import { ValueEvaluator, type Evaluator } from '../evaluator.ts';
import type { Frame } from '../frame.ts';
import type { XPathScalar, XPathValue } from '../xpath-node.ts';
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
  define(
    'if',
    3,
    ([condition, yes, no]) => new Choice((frame) => (condition!.boolean(frame) ? yes! : no!)),
  ),
  define('cond', [3, Infinity], (args) => new Choice((frame) => branch(args, frame)), { step: 2 }),
  anyFunction(
    'coalesce',
    [1, Infinity],
    (...args) =>
      (frame) =>
        firstPresent(args, frame),
  ),
  anyFunction(
    'depend',
    [1, Infinity],
    (...args) =>
      (frame) =>
        valuesOf(args, frame)[0]!,
  ),
];

function isTrueText(text: string): boolean {
  return text === '1' || text.toLowerCase() === 'true';
}

/** A choice: only the chosen argument is evaluated, and as the type that is wanted. */
class Choice extends ValueEvaluator {
  readonly type = 'any';

  constructor(private readonly choose: (frame: Frame) => Evaluator) {
    super();
  }

  value(frame: Frame): XPathValue {
    return this.choose(frame).value(frame);
  }

  override text(frame: Frame): string {
    return this.choose(frame).text(frame);
  }

  override number(frame: Frame): number {
    return this.choose(frame).number(frame);
  }

  override boolean(frame: Frame): boolean {
    return this.choose(frame).boolean(frame);
  }

  override scalar(frame: Frame): XPathScalar {
    return this.choose(frame).scalar(frame);
  }
}

/** Conditions and values in turn; the last value is for when none holds. */
function branch(args: readonly Evaluator[], frame: Frame): Evaluator {
  for (let i = 0; i + 1 < args.length; i += 2) {
    if (args[i]!.boolean(frame)) return args[i + 1]!;
  }
  return args[args.length - 1]!;
}

/** The values of all arguments, so that a mistake in one that is not needed shows too, as in CommCare. */
function valuesOf(args: readonly Evaluator[], frame: Frame): XPathValue[] {
  return args.map((arg) => arg.value(frame));
}

/** The first argument that is neither empty nor NaN, else the last. */
function firstPresent(args: readonly Evaluator[], frame: Frame): XPathValue {
  const all = frame.dialect === 'commcare' ? valuesOf(args, frame) : [];
  const valueOf = (i: number) => all[i] ?? args[i]!.value(frame);
  const last = args.length - 1;
  for (let i = 0; i < last; i++) {
    const value = valueOf(i);
    const scalar = toScalar(value, frame);
    if (scalar !== '' && !Number.isNaN(scalar)) return value;
  }
  return valueOf(last);
}
