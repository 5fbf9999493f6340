import { parseXml } from '../xml/parse-xml.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { XmlParseError } from '../xml/xml-parse-error.ts';

/** The root of what a search server answers, `url` being its address for messages; `undefined` for what is no XML. */
export function readSearchResults(xml: string, url: string): XmlElement | undefined {
  try {
    return parseXml(xml, url);
  } catch (error) {
    if (error instanceof XmlParseError) return undefined;
    throw error;
  }
}
