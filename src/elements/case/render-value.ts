import { html, nothing } from 'lit';
import { parseMarkdown } from '../../xforms/markdown/parse-markdown.ts';
import { renderRichText } from '../shared/render-rich-text.ts';

/** Where a file of the app can be read, for a reference such as `jr://file/…`; `undefined` when the app does not have it. */
export type MediaSource = (reference: string) => string | undefined;

/**
 * A value of a list or a detail as its form says. `alternative` is what a picture says to those who do not see it, and in place of one
 * that the app does not have.
 */
export function renderValue(
  value: string,
  form: string,
  media: MediaSource,
  alternative = '',
): unknown {
  switch (form) {
    case 'markdown':
      return html`<div class="rich-text">${renderRichText(parseMarkdown(value))}</div>`;
    case 'image':
    case 'enum-image':
    case 'clickable-icon':
      return renderImage(media(value), alternative);
    case 'audio':
      return renderAudio(media(value));
    case 'phone':
      return value === ''
        ? nothing
        : html`<a href="tel:${value.replaceAll(/[^\d+*#]/g, '')}" dir="ltr">${value}</a>`;
    case 'address':
    case 'address-popup':
      return renderPlace(value);
    default:
      return value;
  }
}

// A position is opened by whatever shows maps on this device (RFC 5870); an address in words stays words.
function renderPlace(value: string): unknown {
  const [, latitude, longitude] = /^\s*(-?\d+(?:\.\d+)?)[ ,]+(-?\d+(?:\.\d+)?)/.exec(value) ?? [];
  if (latitude === undefined || longitude === undefined) return value;
  return html`<a href="geo:${latitude},${longitude}" dir="ltr">${latitude}, ${longitude}</a>`;
}

function renderImage(source: string | undefined, alternative: string): unknown {
  if (source === undefined) return alternative || nothing;
  return html`<img src=${source} alt=${alternative} />`;
}

function renderAudio(source: string | undefined): unknown {
  return source === undefined ? nothing : html`<audio src=${source} controls></audio>`;
}
