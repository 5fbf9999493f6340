import { html, nothing } from 'lit';
import { MissingPart, orMissingPart } from '../../platform/missing-part.ts';
import type { FormText } from '../../xforms/definition/text-definition.ts';
import type { RichBlock, RichInline } from '../../xforms/markdown/rich-text.ts';
import { renderRichText } from '../shared/render-rich-text.ts';
import { updateWords } from '../strings/strings-controller.ts';
import type { FormContext } from './form-context.ts';

/** The words of a text of the form, formatted where the form has them so. Media are not part of it. */
export function renderWords(text: FormText | undefined): unknown {
  return text === undefined ? nothing : renderRichText(blocksOf(text));
}

/** The words alone, for a name in a list or in another attribute; `''` when there are none. */
export function plainWords(text: FormText | undefined): string {
  return text === undefined ? '' : blocksOf(text).map(wordsOfBlock).join(' ');
}

/** An answer may bring the first markup of a form. Until what reads it is there, the text is shown as it is written. */
function blocksOf(text: FormText): FormText['blocks'] {
  const blocks = orMissingPart(() => text.blocks);
  if (!(blocks instanceof MissingPart)) return blocks;
  void blocks.fetch().then(updateWords);
  return [{ kind: 'paragraph', content: [{ kind: 'text', text: text.text }] }];
}

/** Image, sound and film of a text. `missing` says what stands in place of a medium that did not come with the form. */
export function renderMedia(
  text: Pick<FormText, 'image' | 'audio' | 'video'> | undefined,
  context: FormContext,
  missing: (name: string) => string,
): unknown {
  if (text === undefined) return nothing;
  const place = (source: string | undefined, render: (address: string) => unknown) => {
    if (source === undefined) return nothing;
    const address = context.media(source);
    if (address !== undefined) return render(address);
    return html`<span class="muted small">${missing(fileName(source))}</span>`;
  };
  return [
    place(text.image, (src) => html`<img part="image" src=${src} alt="" />`),
    place(text.audio, (src) => html`<audio controls preload="none" src=${src}></audio>`),
    place(text.video, (src) => html`<video controls preload="metadata" src=${src}></video>`),
  ];
}

function fileName(source: string): string {
  return source.slice(source.lastIndexOf('/') + 1);
}

function wordsOfBlock(block: RichBlock): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return wordsOfInlines(block.content);
    case 'list':
      return block.items.map((item) => item.map(wordsOfBlock).join(' ')).join(' ');
    case 'code':
      return block.text;
    case 'table':
      return [block.header, ...block.rows]
        .map((row) => row.map(wordsOfInlines).join(' '))
        .join(' ');
    case 'rule':
      return '';
  }
}

function wordsOfInlines(inlines: readonly RichInline[]): string {
  return inlines.map(wordsOfInline).join('').trim();
}

function wordsOfInline(inline: RichInline): string {
  if (inline.kind === 'break') return ' ';
  return 'content' in inline ? inline.content.map(wordsOfInline).join('') : inline.text;
}
