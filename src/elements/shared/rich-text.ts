import { parseRichInline, type RichInline } from './rich-inline.ts';

/** A block of formatted text. Headings keep their written level, 1 to 6. */
export type RichBlock =
  | { readonly kind: 'paragraph'; readonly content: readonly RichInline[] }
  | { readonly kind: 'heading'; readonly level: number; readonly content: readonly RichInline[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly RichBlock[])[];
    }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'table'; readonly header: RichRow; readonly rows: readonly RichRow[] }
  | { readonly kind: 'rule' };

/** The cells of one line of a table. */
export type RichRow = readonly (readonly RichInline[])[];

interface Reader {
  readonly lines: readonly string[];
  at: number;
}

const HEADING = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/;
const ITEM = /^( *)(?:([-*+])|(\d{1,9})[.)])\s+(.*)$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const RULE = /^ {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$/;
const TABLE_LINE = /^ *\|?(?: *:?-+:? *\|)+ *:?-*:? *$/;

/**
 * Reads the markdown that form authors write: bold, italic, strike, code, links, headings, lists, tables, line breaks. HTML is text
 * like any other. Never fails: what is not understood is shown as it was written.
 */
export function parseRichText(source: string): readonly RichBlock[] {
  return parseLines(source.replaceAll('\r\n', '\n').replaceAll('\t', '    ').split('\n'));
}

function parseLines(lines: readonly string[]): RichBlock[] {
  const reader: Reader = { lines, at: 0 };
  const blocks: RichBlock[] = [];
  while (reader.at < lines.length) {
    if (peek(reader).trim() === '') reader.at += 1;
    else blocks.push(readBlock(reader));
  }
  return blocks;
}

function readBlock(reader: Reader): RichBlock {
  const line = peek(reader);
  if (FENCE.test(line)) return readCode(reader);
  if (RULE.test(line)) return take(reader, { kind: 'rule' });
  const heading = HEADING.exec(line);
  if (heading !== null) return take(reader, headingOf(heading));
  if (ITEM.test(line)) return readList(reader);
  return startsTable(reader) ? readTable(reader) : readParagraph(reader);
}

function peek(reader: Reader): string {
  return reader.lines[reader.at] ?? '';
}

function take(reader: Reader, block: RichBlock): RichBlock {
  reader.at += 1;
  return block;
}

function headingOf(match: RegExpExecArray): RichBlock {
  const [, marks = '#', text = ''] = match;
  return { kind: 'heading', level: marks.length, content: parseRichInline(text) };
}

function readCode(reader: Reader): RichBlock {
  const fence = FENCE.exec(peek(reader))?.[1] ?? '```';
  const lines: string[] = [];
  reader.at += 1;
  while (reader.at < reader.lines.length && !peek(reader).trimStart().startsWith(fence)) {
    lines.push(peek(reader));
    reader.at += 1;
  }
  reader.at += 1;
  return { kind: 'code', text: lines.join('\n') };
}

function readList(reader: Reader): RichBlock {
  const first = itemAt(reader);
  const items: RichBlock[][] = [];
  for (let item = first; item?.ordered === first?.ordered && item; item = itemAt(reader)) {
    items.push(parseLines(readItem(reader, item.indent, item.text)));
  }
  return { kind: 'list', ordered: first?.ordered ?? false, start: first?.start ?? 1, items };
}

function itemAt(reader: Reader) {
  const match = ITEM.exec(peek(reader));
  if (match === null) return undefined;
  const [, indent = '', , number, text = ''] = match;
  return { indent: indent.length, ordered: number !== undefined, start: Number(number ?? 1), text };
}

/** The lines of one item without their indentation: its own, those that go on, and those of lists inside it. */
function readItem(reader: Reader, indent: number, text: string): string[] {
  const lines = [text];
  for (reader.at += 1; reader.at < reader.lines.length; reader.at += 1) {
    const line = peek(reader);
    const depth = line.length - line.trimStart().length;
    if (line.trim() === '' || (depth <= indent && (ITEM.test(line) || HEADING.test(line)))) break;
    lines.push(line.slice(Math.min(depth, indent + 2)));
  }
  return lines;
}

function startsTable(reader: Reader): boolean {
  return peek(reader).includes('|') && TABLE_LINE.test(reader.lines[reader.at + 1] ?? '');
}

function readTable(reader: Reader): RichBlock {
  const header = cells(peek(reader));
  const rows: RichRow[] = [];
  for (reader.at += 2; peek(reader).includes('|'); reader.at += 1) {
    const row = cells(peek(reader));
    rows.push(header.map((_, column) => row[column] ?? []));
  }
  return { kind: 'table', header, rows };
}

function cells(line: string): RichRow {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner
    .split(/(?<!\\)\|/)
    .map((cell) => parseRichInline(cell.trim().replaceAll('\\|', '|')));
}

function readParagraph(reader: Reader): RichBlock {
  const lines: string[] = [];
  do {
    lines.push(peek(reader).trim());
    reader.at += 1;
  } while (reader.at < reader.lines.length && !endsParagraph(reader));
  return { kind: 'paragraph', content: parseRichInline(lines.join('\n')) };
}

function endsParagraph(reader: Reader): boolean {
  const line = peek(reader);
  return (
    line.trim() === '' ||
    [FENCE, RULE, HEADING, ITEM].some((block) => block.test(line)) ||
    startsTable(reader)
  );
}
