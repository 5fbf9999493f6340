import { isNodes, toNodes, toText } from '../conversions.ts';
import type { Evaluator } from '../evaluator.ts';
import type { Frame } from '../frame.ts';
import { booleanFunction, textFunction, type FunctionDefinition } from './function-definition.ts';

/** Text, of both dialects: XPath 1.0, section 4.2, and the additions of JavaRosa. */
export const stringFunctions: readonly FunctionDefinition[] = [
  booleanFunction('contains', 2, (a, b) => (frame) => a!.text(frame).includes(b!.text(frame))),
  booleanFunction('starts-with', 2, (a, b) => (frame) => a!.text(frame).startsWith(b!.text(frame))),
  booleanFunction('ends-with', 2, (a, b) => (frame) => a!.text(frame).endsWith(b!.text(frame))),
  textFunction('substring-before', 2, (a, b) => (frame) => before(a!.text(frame), b!.text(frame))),
  textFunction(
    'translate',
    3,
    (a, from, to) => (frame) => translate(a!.text(frame), from!.text(frame), to!.text(frame)),
  ),
  textFunction(
    'concat',
    [0, Infinity],
    (...args) =>
      (frame) =>
        textsOf(args, frame).join(''),
  ),
  textFunction(
    'join',
    [1, Infinity],
    (separator, ...args) =>
      (frame) =>
        textsOf(args, frame).join(separator!.text(frame)),
  ),
];

function before(text: string, mark: string): string {
  const at = text.indexOf(mark);
  return at < 0 ? '' : text.slice(0, at);
}

/** The text behind the first `mark`; `otherwise` when there is none. */
export function after(text: string, mark: string, otherwise: string): string {
  const at = text.indexOf(mark);
  return at < 0 ? otherwise : text.slice(at + mark.length);
}

/** Each character of `from` becomes the one at its place in `to`, or nothing. XPath 1.0, section 4.2. */
function translate(text: string, from: string, to: string): string {
  const replacements = new Map<string, string>();
  const targets = [...to];
  for (const [i, character] of [...from].entries()) {
    if (!replacements.has(character)) replacements.set(character, targets[i] ?? '');
  }
  return [...text].map((character) => replacements.get(character) ?? character).join('');
}

/** The texts of all arguments; a single node-set gives one for each node. */
export function textsOf(args: readonly Evaluator[], frame: Frame): string[] {
  const [only] = args;
  if (args.length !== 1) return args.map((arg) => arg.text(frame));
  const value = only!.value(frame);
  return isNodes(value)
    ? toNodes(value).map((node) => toText(node.value, frame))
    : [toText(value, frame)];
}

/** The words of a list that is separated by spaces, as answers to a select are. */
export function wordsOf(list: string): string[] {
  return list.split(' ').filter((word) => word !== '');
}
