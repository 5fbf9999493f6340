import { toNumber } from '../conversions.ts';
import { fractionalDay } from '../date-text.ts';
import type { Evaluator } from '../evaluator.ts';
import type { Frame } from '../frame.ts';
import { XPathDate } from '../xpath-date.ts';
import { numberFunction, type FunctionDefinition } from './function-definition.ts';

/** A function of one real number. */
export function unary(name: string, compute: (value: number) => number): FunctionDefinition {
  return numberFunction(name, 1, (a) => (frame) => compute(realNumber(a!, frame)));
}

function binary(name: string, compute: (a: number, b: number) => number): FunctionDefinition {
  return numberFunction(
    name,
    2,
    (a, b) => (frame) => compute(realNumber(a!, frame), realNumber(b!, frame)),
  );
}

/** The number of a value. What a function gives as a date keeps its time of day, unlike elsewhere and unlike a node's. */
function realNumber(evaluator: Evaluator, frame: Frame): number {
  if (evaluator.type !== 'any') return evaluator.number(frame);
  const value = evaluator.value(frame);
  return value instanceof XPathDate ? fractionalDay(value, frame.timeZone) : toNumber(value, frame);
}

/** Arithmetic of both dialects: XPath 1.0, section 4.4, and the mathematics of JavaRosa. */
export const numberFunctions: readonly FunctionDefinition[] = [
  unary('abs', Math.abs),
  numberFunction('int', 1, (a) => (frame) => Math.trunc(a!.number(frame))),
  unary('floor', Math.floor),
  unary('ceiling', Math.ceil),
  unary('sqrt', Math.sqrt),
  unary('exp', Math.exp),
  unary('log', Math.log),
  unary('log10', Math.log10),
  unary('sin', Math.sin),
  unary('cos', Math.cos),
  unary('tan', Math.tan),
  unary('asin', Math.asin),
  unary('acos', Math.acos),
  unary('atan', Math.atan),
  binary('pow', (a, b) => a ** b),
  binary('atan2', Math.atan2),
  numberFunction('pi', 0, () => () => Math.PI),
];

/** Halves go up, also below zero; never negative zero. */
export function roundHalfUp(value: number): number {
  return Math.round(value) + 0;
}

/** The least of some numbers; NaN where there is none, or one is none. */
export function leastOf(numbers: readonly number[]): number {
  if (numbers.length === 0) return NaN;
  return numbers.reduce((least, number) => Math.min(least, number), Infinity);
}

/** The greatest of some numbers; NaN where there is none, or one is none. */
export function greatestOf(numbers: readonly number[]): number {
  if (numbers.length === 0) return NaN;
  return numbers.reduce((greatest, number) => Math.max(greatest, number), -Infinity);
}
