import { expect } from 'chai';
import type { MarkdownPart } from '../../../src/xforms/markdown/inserted-values.ts';
import { parseMarkdown } from '../../../src/xforms/markdown/parse-markdown.ts';
import type { RichInline } from '../../../src/xforms/markdown/rich-text.ts';

const text = (words: string): RichInline => ({ kind: 'text', text: words });
const emphasis = (...content: RichInline[]): RichInline => ({ kind: 'emphasis', content });
const strong = (...content: RichInline[]): RichInline => ({ kind: 'strong', content });
const styled = (
  element: 'span' | 'div' | 'p',
  style: Record<string, string>,
  ...content: RichInline[]
): RichInline => ({ kind: 'styled', element, style, content });
const broken: RichInline = { kind: 'break' };

/** The inlines of a source that is one paragraph. */
function line(source: string | readonly MarkdownPart[]): readonly RichInline[] {
  const [block, ...more] = parseMarkdown(source);
  if (block?.kind !== 'paragraph' || more.length > 0) throw new RangeError('not one paragraph');
  return block.content;
}

describe('markdown', () => {
  for (const [title, source, expected] of [
    ['words', 'Who are you?', [text('Who are you?')]],
    ['escaped marks as text in one piece', '\\# not \\*so\\*', [text('# not *so*')]],
    ['seven number signs as text', '####### a', [text('####### a')]],
    [
      'marks in marks',
      'a *b __c__ d*',
      [text('a '), emphasis(text('b '), strong(text('c')), text(' d'))],
    ],
    [
      'a newline and the indentation behind it as a break',
      'a\n        b',
      [text('a'), broken, text('b')],
    ],
    ['a <br> as a break', 'a<br/>b', [text('a'), broken, text('b')]],
    [
      'a coloured span',
      'a <span style="color:red; font-family: serif">*b*</span>',
      [text('a '), styled('span', { color: 'red', 'font-family': 'serif' }, emphasis(text('b')))],
    ],
    [
      'a centred block at the beginning of a line',
      "<div style='text-align:center'>a</div>",
      [styled('div', { 'text-align': 'center' }, text('a'))],
    ],
    [
      'a span in a span',
      '<span>a<span style="color:#0f0">b</span></span>',
      [styled('span', {}, text('a'), styled('span', { color: '#0f0' }, text('b')))],
    ],
    [
      'a span that is never closed as text',
      '<span style="color:red">a',
      [text('<span style="color:red">a')],
    ],
    ['other HTML as text', 'a <b onclick="x()">c</b>', [text('a <b onclick="x()">c</b>')]],
    ['a link that may not be followed as text', '[a](javascript:x)', [text('[a](javascript:x)')]],
    [
      'a picture as text, since pictures come with the form',
      '![a](https://b.org/c.png)',
      [text('![a](https://b.org/c.png)')],
    ],
    ['a quotation mark as text', '> 5 years', [text('> 5 years')]],
  ] as const) {
    it(`shows ${title}`, () => {
      expect(line(source)).to.deep.equal(expected);
    });
  }

  it('takes no style that could load or cover something', () => {
    const source =
      '<span style="background-color: url(//x); position: fixed; color: rgb(1, 2, 3); font-size: expression(1)">a</span>';
    expect(line(source)).to.deep.equal([styled('span', { color: 'rgb(1, 2, 3)' }, text('a'))]);
  });

  it('reads headings, paragraphs, lists and rules as blocks', () => {
    const kinds = parseMarkdown('### a\n\nb\n\n2. c\n3. d\n\n***').map(({ kind }) => kind);
    expect(kinds).to.deep.equal(['heading', 'paragraph', 'list', 'rule']);
  });

  it('makes no code of indented lines', () => {
    expect(parseMarkdown('a\n\n        b').map(({ kind }) => kind)).to.deep.equal([
      'paragraph',
      'paragraph',
    ]);
  });

  describe('a value that is put in', () => {
    it('takes part in the marks around it', () => {
      expect(line(['**Dear ', { value: 'Ann' }, '!**'])).to.deep.equal([strong(text('Dear Ann!'))]);
    });

    it('is formatted by itself, and cannot open what it does not close', () => {
      expect(line(['*a ', { value: '_b_' }, ' c*'])).to.deep.equal([
        emphasis(text('a '), emphasis(text('b')), text(' c')),
      ]);
      expect(line([{ value: '**' }, 'a**'])).to.deep.equal([text('**a**')]);
    });

    it('may be part of an address', () => {
      expect(line(['[x](https://a.org/?q=', { value: '7' }, ')'])).to.deep.equal([
        { kind: 'link', href: 'https://a.org/?q=7', content: [text('x')] },
      ]);
    });
  });

  it('reads deep nesting in reasonable time', () => {
    const deep = Array.from({ length: 100 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n');
    const started = performance.now();
    parseMarkdown(deep);
    parseMarkdown('<span>'.repeat(2000));
    parseMarkdown('<span>'.repeat(500) + '</span>'.repeat(500));
    expect(performance.now() - started).to.be.below(5000);
  });
});
