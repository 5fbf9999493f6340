import { html as staticHtml, literal } from 'lit/static-html.js';

// The page's own heading is the first; below the sixth there is none.
const TAGS = [literal`h2`, literal`h3`, literal`h4`, literal`h5`, literal`h6`];

/** A heading that fits the depth of a group (0 for the top), as `#heading`, with the part `label`. It can be given the focus. */
export function renderHeading(depth: number, content: unknown): unknown {
  const tag = TAGS[Math.min(depth, TAGS.length - 1)] ?? literal`h6`;
  return staticHtml`<${tag} part="label" id="heading" tabindex="-1" class="rich-text">${content}</${tag}>`;
}
