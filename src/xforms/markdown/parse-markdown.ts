import type { Token, Tokens } from 'marked';
import { Marked } from 'marked';
import type { MarkdownPart } from './inserted-values.ts';
import { InsertedValues } from './inserted-values.ts';
import { readInlines } from './read-inlines.ts';
import type { RichBlock } from './rich-text.ts';

/**
 * What form authors write in a text: bold, italic, strike, code, links, headings, lists, tables, line breaks, and ODK's `span`, `div` and
 * `p` with a style. Other HTML is text like any other. Never fails: what is not understood is shown as it was written.
 */
export function parseMarkdown(source: string | readonly MarkdownPart[]): readonly RichBlock[] {
  const values: InsertedValues = new InsertedValues((value) =>
    readInlines(inlineTokens(value), values),
  );
  const text = typeof source === 'string' ? source : values.insertInto(source);
  return readBlocks(reader.lexer(text), values);
}

const none = () => undefined;

// Indented lines are what is left of the XML's own indentation; HTML is read within lines only.
const reader = new Marked({ gfm: true, breaks: true });
reader.use({ tokenizer: { code: none, blockquote: none, def: none, html: none } });

function inlineTokens(text: string): Token[] {
  return reader.Lexer.lexInline(text, reader.defaults);
}

function readBlocks(tokens: readonly Token[], values: InsertedValues): RichBlock[] {
  return tokens.flatMap((token) => readBlock(token, values) ?? []);
}

function readBlock(token: Token, values: InsertedValues): RichBlock | undefined {
  const content = () => readInlines('tokens' in token ? (token.tokens ?? []) : [], values);
  switch (token.type) {
    case 'space':
    case 'checkbox':
      return undefined;
    case 'heading':
      return { kind: 'heading', level: (token as Tokens.Heading).depth, content: content() };
    case 'list':
      return readList(token as Tokens.List, values);
    case 'code':
      return { kind: 'code', text: values.fill((token as Tokens.Code).text) };
    case 'table':
      return readTable(token as Tokens.Table, values);
    case 'hr':
      return { kind: 'rule' };
    default:
      return { kind: 'paragraph', content: content() };
  }
}

function readList({ ordered, start, items }: Tokens.List, values: InsertedValues): RichBlock {
  return {
    kind: 'list',
    ordered,
    start: Number(start) || 1,
    items: items.map((item) => readBlocks(item.tokens, values)),
  };
}

function readTable({ header, rows }: Tokens.Table, values: InsertedValues): RichBlock {
  const row = (cells: readonly Tokens.TableCell[]) =>
    cells.map((cell) => readInlines(cell.tokens, values));
  return { kind: 'table', header: row(header), rows: rows.map(row) };
}
