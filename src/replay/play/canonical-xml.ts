import { parseXml } from '../../xml/parse-xml.ts';
import { serializeXml } from '../../xml/serialize-xml.ts';
import type { XmlElement } from '../../xml/xml-element.ts';

/**
 * XML as it is compared and read in a diff: a line an element, indented, without an XML declaration. Ids that chance gave are
 * written as `{uuid:1}`, counted as they come.
 */
export function canonicalXml(xml: string, uuids: readonly string[]): string {
  const lines = [...elementLines(parseXml(xml, 'submission'), '')];
  return numberUuids(`${lines.join('\n')}\n`, uuids);
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

function* elementLines(element: XmlElement, indent: string): Generator<string> {
  const children = element.children.filter((child) => typeof child !== 'string');
  if (children.length === 0) {
    yield `${indent}${serializeXml(element)}`;
    return;
  }
  const [opening, closing] = tagsOf(element);
  yield `${indent}${opening}`;
  for (const child of children) yield* elementLines(child, `${indent}  `);
  yield `${indent}${closing}`;
}

/** The tags of an element as they are written around its children. */
function tagsOf(element: XmlElement): readonly [string, string] {
  const written = serializeXml({ ...element, children: ['|'] });
  const cut = written.lastIndexOf('|');
  return [written.slice(0, cut), written.slice(cut + 1)];
}
