import { isNodes, toNodes, toNumber, toScalar, toText, trimControls } from '../conversions.ts';
import type { Evaluator } from '../evaluator.ts';
import type { Frame } from '../frame.ts';
import { patternOf } from '../pattern.ts';
import { valueNodes } from '../value-node.ts';
import { excerpt, XPathEvaluationError } from '../xpath-error.ts';
import {
  anyFunction,
  booleanFunction,
  nodesFunction,
  numberFunction,
  textFunction,
  type FunctionDefinition,
} from './function-definition.ts';
import { numbersOf, textOf } from './nodes.ts';
import { greatestOf, leastOf, roundHalfUp, unary } from './numbers.ts';
import { after, textsOf } from './strings.ts';

/** Functions that only commcare-core has, or has in a way of its own. */
export const commcareFunctions: readonly FunctionDefinition[] = [
  numberFunction('number', 1, (a) => (frame) => a!.number(frame)),
  unary('double', (value) => value),
  unary('round', roundHalfUp),
  textFunction('string', 1, (a) => (frame) => a!.text(frame)),
  numberFunction('string-length', 1, (a) => (frame) => a!.text(frame).length),
  textFunction('upper-case', 1, (a) => (frame) => a!.text(frame).toUpperCase()),
  textFunction('lower-case', 1, (a) => (frame) => a!.text(frame).toLowerCase()),
  textFunction('substr', [2, 3], substr),
  textFunction('substring-after', 2, (a, b) => (frame) => {
    const text = a!.text(frame);
    return after(text, b!.text(frame), text);
  }),
  textFunction(
    'replace',
    3,
    (a, pattern, by) => (frame) => replace(a!.text(frame), pattern!.text(frame), by!.text(frame)),
  ),
  textFunction('join-chunked', [3, Infinity], joinChunked),
  numberFunction('sum', 1, (nodes) => (frame) => sum(nodes!, frame)),
  numberFunction(
    'min',
    [1, Infinity],
    (...args) =>
      (frame) =>
        leastOf(numbersOf(args, frame)),
  ),
  numberFunction(
    'max',
    [1, Infinity],
    (...args) =>
      (frame) =>
        greatestOf(numbersOf(args, frame)),
  ),
  booleanFunction('selected', 2, selected),
  booleanFunction('is-selected', 2, selected),
  textFunction('selected-at', 2, selectedAt),
  numberFunction('count-selected', 1, countSelected),
  booleanFunction(
    'regex',
    2,
    (a, pattern) => (frame) => patternOf(pattern!.text(frame), 'part').test(a!.text(frame)),
  ),
  nodesFunction(
    'distinct-values',
    1,
    (list) => (frame) => valueNodes(new Set(items(list!, frame))),
  ),
  textFunction('sort', [1, 2], sort),
  textFunction('sort-by', [2, 3], sortBy),
  anyFunction('index-of', 2, indexOf),
  anyFunction('sleep', 2, (_, value) => (frame) => value!.value(frame), {
    volatileArity: Infinity,
  }),
];

/** From a 0-based start to an end, either counted from the end of the text when negative. */
function substr(text?: Evaluator, start?: Evaluator, end?: Evaluator) {
  return (frame: Frame): string => {
    const whole = text!.text(frame);
    const from = place(start!.number(frame), whole.length);
    const to = end === undefined ? whole.length : place(end.number(frame), whole.length);
    return from <= to && to <= whole.length ? whole.slice(from, to) : '';
  };
}

function place(index: number, length: number): number {
  const whole = Number.isNaN(index) ? 0 : Math.trunc(index);
  return whole < 0 ? Math.max(length + whole, 0) : whole;
}

/** The replacement is plain text: `$1` has no meaning. */
function replace(text: string, pattern: string, by: string): string {
  return text.replace(patternOf(pattern, 'every'), () => by);
}

/** As in commcare-core a size below zero counts as the same above. */
function joinChunked(separator?: Evaluator, size?: Evaluator, ...args: Evaluator[]) {
  return (frame: Frame): string => {
    const chunk = Math.abs(Math.trunc(size!.number(frame))) || 0;
    const text = textsOf(args, frame).join('');
    if (text.length < 2) return text;
    if (chunk === 0) throw new XPathEvaluationError('join-chunked() needs a size other than 0');
    const chunks: string[] = [];
    for (let i = 0; i < text.length; i += chunk) chunks.push(text.slice(i, i + chunk));
    return chunks.join(separator!.text(frame));
  };
}

function selected(list?: Evaluator, value?: Evaluator) {
  return (frame: Frame): boolean => {
    const answers = textArgument(list!, frame, 'selected', 1);
    const wanted = trimControls(textArgument(value!, frame, 'selected', 2));
    return ` ${answers} `.includes(` ${wanted} `);
  };
}

function textArgument(argument: Evaluator, frame: Frame, name: string, number: number): string {
  const value = argument.scalar(frame);
  if (typeof value === 'string') return value;
  throw new XPathEvaluationError(
    `Argument ${number} of ${name}() must be the answer to a select, or a text: ${excerpt(String(value))}`,
  );
}

function selectedAt(list?: Evaluator, index?: Evaluator) {
  return (frame: Frame): string => {
    const words = answersOf(textArgument(list!, frame, 'selected-at', 1));
    const at = Math.trunc(index!.number(frame)) || 0;
    const word = words[at];
    if (word !== undefined) return word;
    throw new XPathEvaluationError(
      `selected-at() is asked for item ${at} of ${words.length} (from 0)`,
    );
  };
}

/** As Java splits: runs of spaces separate, one at the beginning leaves an empty answer. */
function answersOf(text: string): string[] {
  const words = text.split(/ +/);
  while (words.length > 0 && words[words.length - 1] === '') words.pop();
  return words;
}

function countSelected(list?: Evaluator) {
  return (frame: Frame): number =>
    answersOf(textArgument(list!, frame, 'count-selected', 1)).length;
}

/** The texts of a node-set, or the words of a text. */
function items(list: Evaluator, frame: Frame): string[] {
  const value = list.value(frame);
  if (isNodes(value)) return toNodes(value).map((node) => textOf(node, frame));
  if (typeof value === 'string') return answersOf(value);
  throw new XPathEvaluationError(
    `A path or a list of words is needed, not ${toText(value, frame)}`,
  );
}

function sort(list?: Evaluator, ascending?: Evaluator) {
  return (frame: Frame): string => {
    const words = answersOf(list!.text(frame));
    if (words.length === 0) throw new XPathEvaluationError('sort() needs a list that is not empty');
    words.sort(compareText);
    return ordered(words, ascending, frame).join(' ');
  };
}

/** Words of one key stand in their own order. */
function sortBy(list?: Evaluator, keys?: Evaluator, ascending?: Evaluator) {
  return (frame: Frame): string => {
    const words = answersOf(list!.text(frame));
    const by = answersOf(keys!.text(frame));
    if (words.length !== by.length) {
      throw new XPathEvaluationError(
        `sort-by() needs two lists of one length, not ${words.length} and ${by.length}`,
      );
    }
    const order = words.map((word, i) => ({ word, key: by[i]! }));
    order.sort((a, b) => compareText(a.key, b.key) || compareText(a.word, b.word));
    return ordered(order, ascending, frame)
      .map(({ word }) => word)
      .join(' ');
  };
}

function ordered<T>(list: T[], ascending: Evaluator | undefined, frame: Frame): T[] {
  return ascending === undefined || ascending.boolean(frame) ? list : list.reverse();
}

/** By UTF-16 units. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** 0-based; `''` when it is not there. */
function indexOf(list?: Evaluator, wanted?: Evaluator) {
  return (frame: Frame): number | string => {
    const target = toText(toScalar(wanted!.value(frame), frame), frame);
    const at = items(list!, frame).indexOf(target);
    return at < 0 ? '' : at;
  };
}

function sum(nodes: Evaluator, frame: Frame): number {
  let total = 0;
  for (const node of nodes.nodes(frame)) total += toNumber(node.value, frame);
  return total;
}
