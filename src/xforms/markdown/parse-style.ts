import type { RichStyle } from './rich-text.ts';

/** What a text may change of its look; anything else could cover the page or load something. */
const PROPERTIES: ReadonlySet<string> = new Set([
  'color',
  'background-color',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'text-align',
  'text-decoration',
]);
const PLAIN_VALUE = /^[\w\s#%.,'"()-]+$/;
const FUNCTION = /\b(?!rgba?\b|hsla?\b)[\w-]+\s*\(/i;

/** The declarations of a `style` attribute that a text may make; the others are left out. */
export function parseStyle(source: string): RichStyle {
  const style: Record<string, string> = {};
  for (const declaration of source.split(';')) {
    const [name = '', ...rest] = declaration.split(':');
    const property = name.trim().toLowerCase();
    const value = rest.join(':').trim();
    if (PROPERTIES.has(property) && PLAIN_VALUE.test(value) && !FUNCTION.test(value)) {
      style[property] = value;
    }
  }
  return style;
}
