/** An element of any parsed XML, by its shape: the `XmlElement` of the xml folder is one. */
export interface SourceElement {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: readonly {
    readonly name: string;
    readonly namespace: string;
    readonly value: string;
  }[];
  readonly children: readonly (SourceElement | string)[];
}

/** All text below the element, in document order. */
export function textOfElement(element: SourceElement): string {
  const { children } = element;
  if (children.length === 1 && typeof children[0] === 'string') return children[0];
  let text = '';
  for (const child of children) text += typeof child === 'string' ? child : textOfElement(child);
  return text;
}
