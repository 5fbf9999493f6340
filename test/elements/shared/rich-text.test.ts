import { expect } from 'chai';
import { render } from 'lit';
import { parseMarkdown } from '../../../src/xforms/markdown/parse-markdown.ts';
import { renderRichText } from '../../../src/elements/shared/render-rich-text.ts';

/** The HTML that a text becomes, without Lit's markers and the spaces between elements. */
function shown(source: string): string {
  const room = document.createElement('div');
  render(renderRichText(parseMarkdown(source)), room);
  return room.innerHTML
    .replace(/<!--.*?-->/g, '')
    .replace(/ (target|rel)="[^"]*"/g, '')
    .replace(/\s*(<\/?(?:table|thead|tbody|tr|ul|ol|div)[^>]*>)\s*/g, '$1')
    .trim();
}

const link = (href: string, text: string) => `<a href="${href}">${text}</a>`;

const cases: readonly [string, string, string][] = [
  ['plain text stays bare, so that it fits into a label', 'How old?', 'How old?'],
  ['bold', 'a **b c** d', 'a <strong>b c</strong> d'],
  ['bold with underscores', '__b__', '<strong>b</strong>'],
  ['italic', '*a* and _b_', '<em>a</em> and <em>b</em>'],
  ['bold italic', '***a***', '<em><strong>a</strong></em>'],
  ['bold inside italic', '*a **b** c*', '<em>a <strong>b</strong> c</em>'],
  ['strike', '~~a~~', '<s>a</s>'],
  ['underscores inside a word are letters', 'my_long_name', 'my_long_name'],
  ['lonely stars are stars', '2 * 3 * 4', '2 * 3 * 4'],
  ['an open mark is text', '**a', '**a'],
  ['escaped marks are text', '\\*a\\*', '*a*'],
  ['code keeps its marks', '`a **b**`', '<code>a **b**</code>'],
  ['a newline is a line break', 'a\nb', 'a<br>b'],
  ['an empty line makes paragraphs', 'a\n\nb', '<p>a</p><p>b</p>'],
  ['a link', '[here](https://example.org/a_(b))', link('https://example.org/a_(b)', 'here')],
  [
    'a bare address',
    'see https://example.org/x.',
    `see ${link('https://example.org/x', 'https://example.org/x')}.`,
  ],
  ['a number to call', '[call](tel:+251911)', link('tel:+251911', 'call')],
  ['no script as a link', '[x](javascript:alert(1))', '[x](javascript:alert(1))'],
  ['no data as a link', '[x](data:text/html,hi)', '[x](data:text/html,hi)'],
  ['HTML is text', '<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
  ['a list', '- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
  ['a numbered list from where it starts', '3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
  ['a list in a list', '- a\n  - b\n- c', '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>'],
  ['a dash with no space is a dash', '-5 to 5', '-5 to 5'],
  [
    'a heading below those of the page',
    '# A',
    '<div role="heading" class="heading level-1" aria-level="3">A</div>',
  ],
  ['a number sign without a space is text', '#1', '#1'],
  ['a fence of code', '```\na *b*\n```', '<pre><code>a *b*</code></pre>'],
  ['a rule', 'a\n\n---', '<p>a</p><hr>'],
  [
    'a table, short rows filled up',
    '| a | b |\n|---|:-:|\n| 1 | **2** |\n| 3 |',
    '<table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead><tbody><tr><td>1</td><td><strong>2</strong></td></tr><tr><td>3</td><td></td></tr></tbody></table>',
  ],
  ['nothing', '', ''],
];

describe('rich text', () => {
  for (const [title, source, html] of cases) {
    it(`shows ${title}`, () => {
      expect(shown(source)).to.equal(html);
    });
  }

  it('opens links apart from the form, without telling where they come from', () => {
    const room = document.createElement('div');
    render(renderRichText(parseMarkdown('[a](https://example.org)')), room);
    const { target, rel } = room.querySelector('a') as HTMLAnchorElement;
    expect([target, rel]).to.deep.equal(['_blank', 'noopener noreferrer']);
  });

  it('gives a text the colour that its author wrote, as a strict content security policy allows', () => {
    const room = document.createElement('div');
    render(renderRichText(parseMarkdown('a <span style="color: red">b</span>')), room);
    const span = room.querySelector('span') as HTMLElement;
    expect([span.style.color, span.textContent]).to.deep.equal(['red', 'b']);
  });

  it('reads a hostile text in reasonable time', () => {
    const started = performance.now();
    for (const piece of ['**a ', '[a](', '_a*b`', '- ', '|-', '> ', '\\', '***']) {
      shown(piece.repeat(2000));
    }
    expect(performance.now() - started).to.be.below(5000);
  });
});
