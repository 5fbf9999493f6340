import { html, nothing } from 'lit';
import type { RichBlock, RichInline } from '../../xforms/markdown/rich-text.ts';
import { renderBlock, renderInline } from './render-formatted.ts';

/**
 * Formatted text as a template: bare phrasing content when it is a single paragraph (so that it fits into a `label` or `legend`),
 * blocks otherwise. `richTextStyles` gives it its look.
 */
export function renderRichText(blocks: readonly RichBlock[]): unknown {
  const [first] = blocks;
  if (first === undefined) return nothing;
  return blocks.length === 1 && first.kind === 'paragraph'
    ? first.content.map(renderWordsOrMarked)
    : blocks.map(renderBlock);
}

/** Most texts have no formatting, and need nothing of what renders it. */
function renderWordsOrMarked(inline: RichInline): unknown {
  if (inline.kind === 'text') return inline.text;
  return inline.kind === 'break' ? html`<br />` : renderInline(inline);
}
