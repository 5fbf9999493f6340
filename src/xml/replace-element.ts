import type { XmlElement } from './xml-element.ts';

/** The tree with `replacement` in the place of `old`. */
export function replaceElement(
  tree: XmlElement,
  old: XmlElement,
  replacement: XmlElement,
): XmlElement {
  if (tree === old) return replacement;
  const children = tree.children.map((child) =>
    typeof child === 'string' ? child : replaceElement(child, old, replacement),
  );
  return { ...tree, children };
}
