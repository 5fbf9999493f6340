import { toNumber, toText } from '../conversions.ts';
import { fractionalDay, parseTimeOfDay } from '../date-text.ts';
import type { Evaluator } from '../evaluator.ts';
import type { Frame } from '../frame.ts';
import { patternOf } from '../pattern.ts';
import { XPathDate } from '../xpath-date.ts';
import type { XPathNode, XPathScalar } from '../xpath-node.ts';
import { toDate } from './dates.ts';
import {
  anyFunction,
  booleanFunction,
  nodesFunction,
  numberFunction,
  textFunction,
  type FunctionDefinition,
} from './function-definition.ts';
import { numbersOf } from './nodes.ts';
import { greatestOf, leastOf, roundHalfUp } from './numbers.ts';
import { after, wordsOf } from './strings.ts';

const READS_CONTEXT = { contextArity: 0 };

/** Functions that only ODK has, or has in a way of its own; those of XPath 1.0 that CommCare lacks. */
export const odkFunctions: readonly FunctionDefinition[] = [
  numberFunction('number', [0, 1], (a) => (frame) => selfNumber(a, frame), READS_CONTEXT),
  textFunction('string', [0, 1], (a) => (frame) => selfText(a, frame), READS_CONTEXT),
  numberFunction(
    'string-length',
    [0, 1],
    (a) => (frame) => selfText(a, frame).length,
    READS_CONTEXT,
  ),
  textFunction(
    'normalize-space',
    [0, 1],
    (a) => (frame) => normalizeSpace(selfText(a, frame)),
    READS_CONTEXT,
  ),
  numberFunction('round', [1, 2], round),
  numberFunction('exp10', 1, (a) => (frame) => 10 ** a!.number(frame)),
  numberFunction('ceil', 1, (a) => (frame) => Math.ceil(a!.number(frame))),
  numberFunction(
    'min',
    [0, Infinity],
    (...args) =>
      (frame) =>
        extreme(args, frame, leastOf),
  ),
  numberFunction(
    'max',
    [0, Infinity],
    (...args) =>
      (frame) =>
        extreme(args, frame, greatestOf),
  ),
  numberFunction('sum', 1, (nodes) => (frame) => sum(nodes!, frame)),
  numberFunction('count-non-empty', 1, (nodes) => (frame) => countNonEmpty(nodes!.nodes(frame))),
  nodesFunction('current', 0, () => (frame) => [frame.current], READS_CONTEXT),
  numberFunction('last', 0, () => (frame) => frame.size, { contextArity: 0, structural: [0] }),
  textFunction('name', [0, 1], (a) => (frame) => nameOf(a, frame), READS_CONTEXT),
  textFunction('local-name', [0, 1], (a) => (frame) => nameOf(a, frame), READS_CONTEXT),
  textFunction(
    'namespace-uri',
    [0, 1],
    (a) => (frame) => nodeOf(a, frame)?.namespace ?? '',
    READS_CONTEXT,
  ),
  textFunction('version', 0, () => (frame) => frame.scope.formVersion ?? ''),
  textFunction('substr', [2, 3], substr),
  textFunction(
    'substring-after',
    2,
    (a, b) => (frame) => after(a!.text(frame), b!.text(frame), ''),
  ),
  textFunction('substring', [2, 3], substring),
  booleanFunction(
    'regex',
    2,
    (a, pattern) => (frame) => patternOf(pattern!.text(frame), 'whole').test(a!.text(frame)),
  ),
  booleanFunction('selected', 2, selected),
  booleanFunction('is-selected', 2, selected),
  textFunction('selected-at', 2, selectedAt),
  numberFunction('count-selected', 1, (list) => (frame) => wordsOf(list!.text(frame)).length),
  anyFunction(
    'once',
    1,
    (value) => (frame) => {
      const own = frame.node.value;
      return own === '' || (typeof own === 'string' && own.trim() === '')
        ? value!.value(frame)
        : own;
    },
    { contextArity: -1 },
  ),
  anyFunction('date-time', 1, (value) => (frame) => toDateTime(value!.scalar(frame), frame)),
  anyFunction(
    'decimal-date-time',
    1,
    (value) => (frame) => decimalDateTime(value!.scalar(frame), frame),
  ),
  anyFunction('decimal-time', 1, (value) => (frame) => decimalTime(value!.scalar(frame), frame)),
];

function selfNumber(argument: Evaluator | undefined, frame: Frame): number {
  return argument === undefined ? toNumber(frame.node.value, frame) : argument.number(frame);
}

function selfText(argument: Evaluator | undefined, frame: Frame): string {
  return argument === undefined ? toText(frame.node.value, frame) : argument.text(frame);
}

function normalizeSpace(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
}

function round(value?: Evaluator, places?: Evaluator) {
  return (frame: Frame): number => {
    const number = value!.number(frame);
    if (places === undefined || !Number.isFinite(number)) return roundHalfUp(number);
    const shift = Math.trunc(places.number(frame)) || 0;
    // By decimal notation: 1.005 has its half in decimals only.
    return shifted(roundHalfUp(shifted(number, shift)), -shift);
  };
}

function shifted(value: number, places: number): number {
  const [digits, exponent] = value.toExponential().split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}

/** The least or greatest of the numbers; what is no number is left out. */
function extreme(
  args: readonly Evaluator[],
  frame: Frame,
  choose: (numbers: readonly number[]) => number,
): number {
  return choose(numbersOf(args, frame).filter((value) => !Number.isNaN(value)));
}

function sum(nodes: Evaluator, frame: Frame): number {
  const numbers = nodes.nodes(frame).map((node) => toNumber(node.value, frame));
  return numbers.reduce((total, value) => (Number.isNaN(value) ? total : total + value), 0);
}

/** A group counts as filled. */
function countNonEmpty(nodes: readonly XPathNode[]): number {
  return nodes.filter((node) => node.children.length > 0 || node.value !== '').length;
}

function nodeOf(argument: Evaluator | undefined, frame: Frame): XPathNode | undefined {
  return argument === undefined ? frame.node : argument.nodes(frame)[0];
}

function nameOf(argument: Evaluator | undefined, frame: Frame): string {
  return nodeOf(argument, frame)?.name ?? '';
}

/** From a 0-based start to an end, either counted from the end of the text when negative. */
function substr(text?: Evaluator, start?: Evaluator, end?: Evaluator) {
  return (frame: Frame): string => {
    const from = Math.trunc(start!.number(frame)) || 0;
    return text!.text(frame).slice(from, end === undefined ? undefined : end.number(frame));
  };
}

/** XPath 1.0, section 4.2: 1-based, and by length. */
function substring(text?: Evaluator, start?: Evaluator, length?: Evaluator) {
  return (frame: Frame): string => {
    const first = Math.round(start!.number(frame));
    const end = length === undefined ? Infinity : first + Math.round(length.number(frame));
    return [...text!.text(frame)].filter((_, i) => i + 1 >= first && i + 1 < end).join('');
  };
}

function selected(list?: Evaluator, value?: Evaluator) {
  return (frame: Frame): boolean =>
    ` ${list!.text(frame)} `.includes(` ${value!.text(frame).trim()} `);
}

/** `''` outside the list. */
function selectedAt(list?: Evaluator, index?: Evaluator) {
  return (frame: Frame): string =>
    wordsOf(list!.text(frame))[Math.trunc(index!.number(frame)) || 0] ?? '';
}

const DAY = 86_400_000;

/** Of a time the date is today; of a number with a fraction the time of day is that of UTC, as in decimal-date-time(). */
export function toDateTime(value: XPathScalar, frame: Frame): XPathScalar {
  if (typeof value === 'string') return timeToday(value, frame) ?? toDate(value, frame);
  if (typeof value !== 'number' || Number.isInteger(value)) return toDate(value, frame);
  return Number.isFinite(value)
    ? new XPathDate(Math.round(value * DAY), true)
    : toDate(value, frame);
}

function timeToday(text: string, { scope, timeZone }: Frame): XPathDate | undefined {
  return text.includes(':') && !text.includes('T')
    ? parseTimeOfDay(text, scope.environment.now(), timeZone)
    : undefined;
}

function decimalDateTime(value: XPathScalar, frame: Frame): XPathScalar {
  const date = toDateTime(value, frame);
  return date instanceof XPathDate ? date.time / DAY : date;
}

/** The time of day by the wall clock as a fraction of a day. */
function decimalTime(value: XPathScalar, frame: Frame): XPathScalar {
  const date = toDateTime(value, frame);
  if (!(date instanceof XPathDate)) return date;
  const days = fractionalDay(date, frame.timeZone);
  return days - Math.floor(days);
}
