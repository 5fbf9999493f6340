import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { RichBlock, RichInline, RichRow, RichStyle } from '../../xforms/markdown/rich-text.ts';

/** A block of formatted text. */
export function renderBlock(block: RichBlock): TemplateResult {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${renderInlines(block.content)}</p>`;
    case 'heading':
      return renderHeading(block.level, block.content);
    case 'list':
      return renderList(block.ordered, block.start, block.items);
    case 'code':
      return html`<pre><code>${block.text}</code></pre>`;
    case 'table':
      return renderTable(block.header, block.rows);
    case 'rule':
      return html`<hr />`;
  }
}

// The page has its own h1 and h2; the author's headings come below them.
function renderHeading(level: number, content: readonly RichInline[]): TemplateResult {
  const rank = Math.min(level + 2, 6);
  return html`<div class="heading level-${level}" role="heading" aria-level=${rank}>
    ${renderInlines(content)}
  </div>`;
}

function renderList(
  ordered: boolean,
  start: number,
  items: readonly (readonly RichBlock[])[],
): TemplateResult {
  const lines = items.map((item) => html`<li>${renderItem(item)}</li>`);
  return ordered
    ? html`<ol start=${start}>
        ${lines}
      </ol>`
    : html`<ul>
        ${lines}
      </ul>`;
}

function renderItem(blocks: readonly RichBlock[]): unknown {
  return blocks.map((block) =>
    block.kind === 'paragraph' ? renderInlines(block.content) : renderBlock(block),
  );
}

function renderTable(header: RichRow, rows: readonly RichRow[]): TemplateResult {
  return html`<table>
    <thead>
      <tr>
        ${header.map((cell) => html`<th scope="col">${renderInlines(cell)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${row.map((cell) => html`<td>${renderInlines(cell)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function renderInlines(inlines: readonly RichInline[]): unknown {
  return inlines.map(renderInline);
}

/** A part of a line. */
export function renderInline(inline: RichInline): unknown {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'strong':
      return html`<strong>${renderInlines(inline.content)}</strong>`;
    case 'emphasis':
      return html`<em>${renderInlines(inline.content)}</em>`;
    case 'strike':
      return html`<s>${renderInlines(inline.content)}</s>`;
    case 'styled':
      return renderStyled(inline);
    case 'code':
      return html`<code>${inline.text}</code>`;
    case 'link':
      return html`<a href=${inline.href} target="_blank" rel="noopener noreferrer"
        >${renderInlines(inline.content)}</a
      >`;
    case 'break':
      return html`<br />`;
  }
}

function renderStyled({ element, style, content }: RichInline & { kind: 'styled' }) {
  const dress = ref((target) => applyStyle(target as HTMLElement | undefined, style));
  return element === 'span'
    ? html`<span ${dress}>${renderInlines(content)}</span>`
    : html`<div ${dress}>${renderInlines(content)}</div>`;
}

// Not by a `style` attribute, which a strict content security policy forbids.
function applyStyle(element: HTMLElement | undefined, style: RichStyle): void {
  if (element === undefined) return;
  element.style.cssText = '';
  for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value);
}
