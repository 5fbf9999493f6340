import type { Evaluator } from '../evaluator.ts';
import type { Frame } from '../frame.ts';
import { XPathEvaluationError } from '../xpath-error.ts';
import { textFunction, type FunctionDefinition } from './function-definition.ts';

/** Identifiers that people read and type, of CommCare. */
export const identifierFunctions: readonly FunctionDefinition[] = [
  textFunction('id-compress', 5, idCompress),
  textFunction(
    'checksum',
    2,
    (algorithm, text) => (frame) => checksum(algorithm!.text(frame), text!.text(frame)),
  ),
  textFunction(
    'json-property',
    2,
    (json, name) => (frame) => jsonProperty(json!.text(frame), name!.text(frame)),
  ),
];

/**
 * A number in symbols: so many digits of the body alphabet at the end, one of the lead alphabet before them, and as many
 * of the growth alphabet in front as the number still needs.
 */
function idCompress(
  value?: Evaluator,
  growth?: Evaluator,
  lead?: Evaluator,
  body?: Evaluator,
  digits?: Evaluator,
) {
  return (frame: Frame): string => {
    const number = Math.min(Math.trunc(value!.number(frame)) || 0, MAXIMUM_NUMBER);
    const [grown, led, bodied] = [growth!, lead!, body!].map((alphabet) => alphabet.text(frame));
    const count = Math.trunc(digits!.number(frame)) || 0;
    const alphabets = { growth: grown!, lead: led!, body: bodied! };
    const problem = compressionProblem(number, alphabets, count);
    if (problem !== undefined) throw new XPathEvaluationError(`id-compress() ${problem}`);
    return compressed(number, alphabets, count);
  };
}

interface Alphabets {
  readonly growth: string;
  readonly lead: string;
  readonly body: string;
}

const MAXIMUM_DIGITS = 1000;

/** Greater numbers count as this one: commcare-core has integers of 32 bits here. */
const MAXIMUM_NUMBER = 2 ** 31 - 1;

/** The end of a sentence, or `undefined`. An identifier can only be read back when growth and lead differ. */
function compressionProblem(
  value: number,
  { growth, lead, body }: Alphabets,
  digits: number,
): string | undefined {
  if (value < 0) return 'needs a number from 0 on';
  if (digits < 0 || digits > MAXIMUM_DIGITS) {
    return `writes 0 to ${MAXIMUM_DIGITS} digits of the body, not ${digits}`;
  }
  if (growth === '' || lead === '') return 'needs alphabets that are not empty';
  if (body === '' && digits > 0) return 'needs an alphabet for the body';
  const both = [...growth].find((symbol) => lead.includes(symbol));
  if (both !== undefined) return `cannot have “${both}” in both of its first alphabets`;
  const grows = value >= lead.length * body.length ** digits;
  return grows && growth.length === 1 ? 'needs two symbols or more to grow with' : undefined;
}

function compressed(value: number, { growth, lead, body }: Alphabets, digits: number): string {
  let rest = value;
  let text = '';
  const take = (alphabet: string) => {
    text = alphabet[rest % alphabet.length]! + text;
    rest = Math.floor(rest / alphabet.length);
  };
  for (let i = digits; i > 0; i--) take(body);
  take(lead);
  while (rest > 0) take(growth);
  return text;
}

/** Multiplication in the dihedral group of order 10, of which the algorithm of Verhoeff is made. */
function dihedral(a: number, b: number): number {
  const sum = a < 5 ? (a % 5) + (b % 5) : (a % 5) - (b % 5) + 5;
  return (sum % 5) + (a < 5 === b < 5 ? 0 : 5);
}

/** The permutation of a digit at each place, counted from the check digit. */
const PERMUTATION = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
const INVERSE = [0, 4, 3, 2, 1, 5, 6, 7, 8, 9];

function checksum(algorithm: string, text: string): string {
  if (algorithm !== 'verhoeff') {
    throw new XPathEvaluationError(`checksum() knows 'verhoeff' only, not '${algorithm}'`);
  }
  let check = 0;
  for (let i = 0; i < text.length; i++) {
    check = dihedral(check, permuted(digit(text[text.length - 1 - i]!), (i + 1) % 8));
  }
  return String(INVERSE[check]);
}

function permuted(value: number, times: number): number {
  let result = value;
  for (let i = 0; i < times; i++) result = PERMUTATION[result]!;
  return result;
}

function digit(character: string): number {
  if (character >= '0' && character <= '9') return Number(character);
  throw new XPathEvaluationError(`checksum() takes digits only, not “${character}”`);
}

/** The text of a property; `''` when there is none, when it is no text, or when the JSON cannot be read. */
function jsonProperty(json: string, name: string): string {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return '';
    const property = (value as Record<string, unknown>)[name];
    return typeof property === 'string' ? property : '';
  } catch {
    return '';
  }
}
