import { parseXml } from '../../xml/parse-xml.ts';
import { staticDocument } from '../../xpath/static-node.ts';
import type { XPathNode } from '../../xpath/xpath-node.ts';
import { parseCsv } from './parse-csv.ts';
import { parseGeojson } from './parse-geojson.ts';
import { tableDocument } from './table-document.ts';

/**
 * The document of a secondary instance out of the text of its file: XML, CSV or GeoJSON. `src` is its address or path,
 * which says what it is and names it in errors. Throws `XmlParseError` or {@link SecondaryInstanceError}.
 */
export function readSecondaryInstance(text: string, src: string): XPathNode {
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
  switch (formatOf(content, src)) {
    case 'csv':
      return tableDocument(parseCsv(content, src));
    case 'geojson':
      return tableDocument(parseGeojson(content, src));
    case 'xml':
      return staticDocument(parseXml(content, src));
  }
}

/** The extension says it, then the scheme, then the text itself. */
function formatOf(content: string, src: string): 'xml' | 'csv' | 'geojson' {
  const extension = /\.(\w+)$/.exec(src)?.[1]?.toLowerCase();
  if (extension === 'xml' || extension === 'csv' || extension === 'geojson') return extension;
  if (src.startsWith('jr://file-csv/')) return 'csv';
  return content.trimStart().startsWith('{') ? 'geojson' : 'xml';
}
