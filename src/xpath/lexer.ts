import type { Dialect } from './compiled-expression.ts';
import { XPathParseError } from './xpath-error.ts';

/** What a token is. A `wildcard` is `*` or `prefix:*` where a value may stand; a `*` that multiplies is a `symbol`. */
export type TokenKind = 'number' | 'string' | 'name' | 'wildcard' | 'variable' | 'symbol' | 'end';

/** One token; `text` is the content of a string without its quotes, the name of a variable without `$`. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly offset: number;
}

const SPACE_CODE = 32;
const SPACE = /[ \t\r\n\f]*/y;
const NUMBER = /(?:[0-9]+\.?[0-9]*|\.[0-9]+)/y;
const SYMBOL = /::|!=|<=|>=|\/\/|\.\.|[=<>+|/[\]().@,-]/y;
const OPERATOR_NAME = /and|or|div|mod/y;
const ASCII_NAME = /[A-Za-z_][A-Za-z0-9._-]*(?::[A-Za-z_][A-Za-z0-9._-]*)?/y;
const UNICODE_NAME = /[\p{L}_][\p{L}\p{M}\p{N}._·-]*(?::[\p{L}_][\p{L}\p{M}\p{N}._·-]*)?/uy;

/**
 * Splits an expression into tokens. As in XPath 1.0, section 3.7, whether `*`, `-`, `and`, `div` … are operators is
 * told from the token before. Names are ASCII in CommCare, whatever XML allows in ODK.
 */
export function tokenize(source: string, dialect: Dialect): Token[] {
  const tokens: Token[] = [];
  const name = dialect === 'commcare' ? ASCII_NAME : UNICODE_NAME;
  let offset = skipSpace(source, 0);
  let afterValue = false;
  while (offset < source.length) {
    const [token, end] = readToken(source, offset, afterValue, name);
    tokens.push(token);
    afterValue = endsValue(token);
    offset = skipSpace(source, end);
  }
  tokens.push({ kind: 'end', text: '', offset: source.length });
  return tokens;
}

function skipSpace(source: string, offset: number): number {
  if (source.charCodeAt(offset) > SPACE_CODE) return offset;
  SPACE.lastIndex = offset;
  SPACE.test(source);
  return SPACE.lastIndex;
}

function readToken(
  source: string,
  offset: number,
  afterValue: boolean,
  name: RegExp,
): [Token, number] {
  const first = source[offset]!;
  if (first === "'" || first === '"') return readString(source, offset, first);
  if (first === '$') return readVariable(source, offset, name);
  if (first === '*') return [token(afterValue ? 'symbol' : 'wildcard', '*', offset), offset + 1];
  if (!isLetter(first)) {
    const number = match(NUMBER, source, offset);
    if (number !== '') return [token('number', number, offset), offset + number.length];
    const symbol = match(SYMBOL, source, offset);
    if (symbol !== '') return [token('symbol', symbol, offset), offset + symbol.length];
  }
  const word = match(afterValue ? OPERATOR_NAME : name, source, offset);
  if (word === '') throw unreadable(source, offset);
  return afterValue
    ? [token('symbol', word, offset), offset + word.length]
    : readName(source, offset, word);
}

function isLetter(character: string): boolean {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

function readName(source: string, offset: number, word: string): [Token, number] {
  const end = offset + word.length;
  if (source.startsWith(':*', end) && !word.includes(':')) {
    return [token('wildcard', `${word}:*`, offset), end + 2];
  }
  return [token('name', word, offset), end];
}

function readString(source: string, offset: number, quote: string): [Token, number] {
  const end = source.indexOf(quote, offset + 1);
  if (end < 0)
    throw new XPathParseError(`The text that begins with ${quote} has no end`, source, offset);
  return [token('string', source.slice(offset + 1, end), offset), end + 1];
}

function readVariable(source: string, offset: number, name: RegExp): [Token, number] {
  const word = match(name, source, offset + 1);
  if (word === '') throw new XPathParseError('A name must follow $', source, offset);
  return [token('variable', word, offset), offset + 1 + word.length];
}

function token(kind: TokenKind, text: string, offset: number): Token {
  return { kind, text, offset };
}

function match(pattern: RegExp, source: string, offset: number): string {
  pattern.lastIndex = offset;
  return pattern.exec(source)?.[0] ?? '';
}

function endsValue({ kind, text }: Token): boolean {
  return kind !== 'symbol' || text === ']' || text === ')' || text === '.' || text === '..';
}

function unreadable(source: string, offset: number): XPathParseError {
  const character = String.fromCodePoint(source.codePointAt(offset)!);
  return new XPathParseError(`“${character}” cannot stand here`, source, offset);
}
