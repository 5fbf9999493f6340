import { parseXml } from '../xml/parse-xml.ts';
import { staticDocument } from '../xpath/static-node.ts';
import type { Environment } from './environment.ts';

/**
 * Secondary instances out of XML texts, by their `src`: what {@link Environment} answers `instance(src)` with. Throws
 * `XmlParseError`, which names the `src`, at once and not when the form first reads of it.
 */
export function instancesFromTexts(
  texts: Readonly<Record<string, string>>,
): Environment['instance'] {
  const documents = new Map(
    Object.entries(texts).map(([src, text]) => [src, staticDocument(parseXml(text, src))]),
  );
  return (src) => documents.get(src);
}
