import { parseXml } from '../../xml/parse-xml.ts';
import { serializeXml } from '../../xml/serialize-xml.ts';
import type { XmlElement } from '../../xml/xml-element.ts';
import { childElements } from '../../xml/xml-element.ts';

/**
 * XML as it is compared and read in a diff: a line an element, without an XML declaration. Ids that chance gave are written
 * as `{uuid:1}`, counted as they come.
 */
export function canonicalXml(xml: string, uuids: readonly string[]): string {
  const root = indented(parseXml(xml, 'submission'), '\n');
  return numberUuids(`${serializeXml(root)}\n`, uuids);
}

/** The text with those ids as `{uuid:1}`, `{uuid:2}` … in the order of their first appearance. */
export function numberUuids(text: string, uuids: readonly string[]): string {
  const given = new Set(uuids);
  const numbers = new Map<string, number>();
  return text.replaceAll(UUID, (uuid) => {
    if (!given.has(uuid)) return uuid;
    const number = numbers.get(uuid) ?? numbers.size + 1;
    numbers.set(uuid, number);
    return `{uuid:${number}}`;
  });
}

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Each child element on a line of its own; what mixes elements with text stays as it is. */
function indented(element: XmlElement, lineBreak: string): XmlElement {
  const elements = childElements(element);
  const isMixed = element.children.some(
    (child) => typeof child === 'string' && child.trim() !== '',
  );
  if (elements.length === 0 || isMixed) return element;
  const inner = `${lineBreak}  `;
  const children = elements.flatMap((child) => [inner, indented(child, inner)]);
  return { ...element, children: [...children, lineBreak] };
}
