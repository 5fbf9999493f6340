import { parseXml } from '../../xml/parse-xml.ts';
import type { XmlElement } from '../../xml/xml-element.ts';
import { attributeOf, childElements } from '../../xml/xml-element.ts';
import { differs, Placeholders } from './compare-values.ts';

export interface CompareXmlOptions {
  readonly placeholders?: Placeholders;
  /** References (`/data/child[2]/name`; a first position is left out) of which content is not compared. */
  readonly free?: ReadonlySet<string>;
}

/**
 * The first difference between two documents as trees, as a sentence; `undefined` when there is none. Prefixes, the
 * order of attributes, namespace declarations and text of nothing but white space do not count.
 */
export function xmlDifference(
  expected: string,
  actual: XmlElement,
  options: CompareXmlOptions = {},
): string | undefined {
  const comparison = new Comparison(options);
  const root = parseXml(expected, 'the expected XML');
  return comparison.elements(root, actual, `/${root.name}`);
}

class Comparison {
  readonly #placeholders: Placeholders;
  readonly #free: ReadonlySet<string>;

  constructor({ placeholders = new Placeholders(), free = new Set() }: CompareXmlOptions) {
    this.#placeholders = placeholders;
    this.#free = free;
  }

  elements(expected: XmlElement, actual: XmlElement, ref: string): string | undefined {
    if (this.#free.has(ref)) return undefined;
    return (
      nameDifference(expected, actual, ref) ??
      this.#attributes(expected, actual, ref) ??
      this.#children(expected, actual, ref) ??
      this.#texts(expected, actual, ref)
    );
  }

  #attributes(expected: XmlElement, actual: XmlElement, ref: string): string | undefined {
    for (const { name, namespace } of [...expected.attributes, ...actual.attributes]) {
      const place = `${ref}/@${name}`;
      const [wanted, found] = [expected, actual].map((each) => attributeOf(each, name, namespace));
      if (this.#free.has(place)) continue;
      if (
        wanted === undefined ||
        found === undefined ||
        !this.#placeholders.matches(wanted, found)
      ) {
        return differs(place, wanted, found);
      }
    }
    return undefined;
  }

  #children(expected: XmlElement, actual: XmlElement, ref: string): string | undefined {
    const wanted = placedChildren(expected, ref);
    const found = placedChildren(actual, ref);
    for (const [index, [place, child]] of wanted.entries()) {
      const other = found[index]?.[1];
      if (other === undefined) return differs(place, `<${child.name}>`, undefined);
      const difference = this.elements(child, other, place);
      if (difference !== undefined) return difference;
    }
    const more = found[wanted.length];
    return more === undefined ? undefined : differs(more[0], undefined, `<${more[1].name}>`);
  }

  #texts(expected: XmlElement, actual: XmlElement, ref: string): string | undefined {
    const [wanted, found] = [ownText(expected), ownText(actual)];
    return this.#placeholders.matches(wanted, found) ? undefined : differs(ref, wanted, found);
  }
}

function nameDifference(expected: XmlElement, actual: XmlElement, ref: string): string | undefined {
  if (expected.name !== actual.name) return differs(ref, `<${expected.name}>`, `<${actual.name}>`);
  if (expected.namespace === actual.namespace) return undefined;
  return differs(`${ref}, its namespace`, expected.namespace, actual.namespace);
}

function placedChildren(parent: XmlElement, ref: string): [string, XmlElement][] {
  const counts = new Map<string, number>();
  return childElements(parent).map((child) => {
    const position = (counts.get(child.name) ?? 0) + 1;
    counts.set(child.name, position);
    return [`${ref}/${child.name}${position > 1 ? `[${position}]` : ''}`, child];
  });
}

/** The text directly in an element; white space alone is layout. */
function ownText(element: XmlElement): string {
  const text = element.children.filter((child) => typeof child === 'string').join('');
  return text.trim() === '' ? '' : text;
}
