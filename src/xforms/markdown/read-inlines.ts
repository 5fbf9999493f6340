import type { Token, Tokens } from 'marked';
import type { InsertedValues } from './inserted-values.ts';
import type { RichInline, StyledElement } from './rich-text.ts';
import { parseStyle } from './parse-style.ts';

const SAFE_ADDRESS = /^(?:https?:\/\/|mailto:|tel:)[^\s<>]*$/i;
const OPENING = /^<(span|div|p)(?:\s+style\s*=\s*(?:"([^"]*)"|'([^']*)'))?\s*>$/i;
const TAG = /^<(\/?)(span|div|p)\b/i;
const BREAK = /^<br\s*\/?>$/i;

/** The marks within a line. A newline is a line break, as CommCare and ODK show it. */
export function readInlines(tokens: readonly Token[], values: InsertedValues): RichInline[] {
  const inlines: RichInline[] = [];
  for (let at = 0; at < tokens.length;) {
    const end = closingAt(tokens, at);
    if (end === undefined) inlines.push(...readInline(tokens[at] as Token, values));
    else inlines.push(readStyled(tokens, at, end, values));
    at = (end ?? at) + 1;
  }
  return joinTexts(inlines);
}

function readInline(token: Token, values: InsertedValues): RichInline[] {
  const content = () => readInlines('tokens' in token ? (token.tokens ?? []) : [], values);
  switch (token.type) {
    case 'strong':
      return [{ kind: 'strong', content: content() }];
    case 'em':
      return [{ kind: 'emphasis', content: content() }];
    case 'del':
      return [{ kind: 'strike', content: content() }];
    case 'codespan':
      return [{ kind: 'code', text: values.fill((token as Tokens.Codespan).text) }];
    case 'br':
      return [{ kind: 'break' }];
    case 'link':
      return readLink(token as Tokens.Link, content, values);
    case 'html':
      return BREAK.test(token.raw) ? [{ kind: 'break' }] : values.inlines(token.raw);
    case 'image':
      return values.inlines(token.raw);
    default:
      return values.inlines((token as Tokens.Text).text);
  }
}

function readLink(
  { href, raw }: Tokens.Link,
  content: () => RichInline[],
  values: InsertedValues,
): RichInline[] {
  const address = values.fill(href);
  return SAFE_ADDRESS.test(address)
    ? [{ kind: 'link', href: address, content: content() }]
    : values.inlines(raw);
}

/** Where the element that opens at `at` closes; `undefined` when none opens there, or it never closes. */
function closingAt(tokens: readonly Token[], at: number): number | undefined {
  const opening = tokens[at];
  const name = opening?.type === 'html' ? OPENING.exec(opening.raw)?.[1] : undefined;
  if (name === undefined) return undefined;
  let open = 0;
  for (let end = at; end < tokens.length; end += 1) {
    open += depthChange(tokens[end] as Token, name);
    if (open === 0) return end;
  }
  return undefined;
}

/** 1 for a tag that opens an element of that name, -1 for one that closes it. */
function depthChange({ type, raw }: Token, name: string): number {
  const [, closing, found] = (type === 'html' && TAG.exec(raw)) || [];
  if (found?.toLowerCase() !== name.toLowerCase()) return 0;
  return closing === '/' ? -1 : 1;
}

function readStyled(
  tokens: readonly Token[],
  at: number,
  end: number,
  values: InsertedValues,
): RichInline {
  const [, name = 'span', quoted, apostrophed] = OPENING.exec((tokens[at] as Token).raw) ?? [];
  return {
    kind: 'styled',
    element: name.toLowerCase() as StyledElement,
    style: parseStyle(values.fill(quoted ?? apostrophed ?? '')),
    content: readInlines(tokens.slice(at + 1, end), values),
  };
}

/** Escapes and links that may not be followed leave a text in pieces. */
function joinTexts(inlines: readonly RichInline[]): RichInline[] {
  const joined: RichInline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    if (last?.kind === 'text' && inline.kind === 'text') {
      joined[joined.length - 1] = { kind: 'text', text: last.text + inline.text };
    } else joined.push(inline);
  }
  return joined;
}
