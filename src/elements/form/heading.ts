import { html as staticHtml, literal } from 'lit/static-html.js';

// The page's own heading is the first; below the sixth there is none.
const LITERALS = [literal`h2`, literal`h3`, literal`h4`, literal`h5`, literal`h6`];

/** The heading that fits the depth of a group (0 for the top). */
export function headingTag(depth: number): 'h2' | 'h3' | 'h4' | 'h5' | 'h6' {
  return (['h2', 'h3', 'h4', 'h5'] as const)[depth] ?? 'h6';
}

/** The same as a template: `#heading`, with the part `label`. It can be given the focus. */
export function renderHeading(depth: number, content: unknown): unknown {
  const tag = LITERALS[Math.min(depth, LITERALS.length - 1)] ?? literal`h6`;
  return staticHtml`<${tag} part="label" id="heading" tabindex="-1" class="rich-text">${content}</${tag}>`;
}
