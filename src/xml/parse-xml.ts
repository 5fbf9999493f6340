import { carefulXmlSteps, parseXmlCarefully } from './parse-xml-carefully.ts';
import { parsePlainXml, plainXmlSteps } from './parse-plain-xml.ts';
import type { XmlElement } from './xml-element.ts';
import type { XmlParseError } from './xml-parse-error.ts';
import { MAX_DEPTH } from './xml-tree-builder.ts';

export interface XmlParseOptions {
  /**
   * Makes the parser read what CommCare's own parser reads and real forms contain: a raw `<` in an attribute, and
   * characters that XML cannot hold (they become U+FFFD). It is told of each; every other fault throws, and so does the
   * thousandth.
   */
  readonly onProblem?: (problem: XmlParseError) => void;
  /**
   * Takes each element at depth 1 (the children of the root) as it ends; return `true` to leave it out of the tree,
   * so that a document of 100,000 cases is never in memory at once.
   */
  readonly onChild?: (child: XmlElement) => boolean;
}

/**
 * Parses a document with namespaces. `file` only names it in errors. Entities beyond the five of XML and character
 * references are refused, so is nesting deeper than 250. Throws {@link XmlParseError}.
 */
export function parseXml(text: string, file: string, options: XmlParseOptions = {}): XmlElement {
  const plain = options.onChild === undefined ? parsePlainXml(text, MAX_DEPTH) : undefined;
  return plain ?? parseXmlCarefully(text, file, options);
}

/** What takes a long document in: the children of the root, one by one, and what was wrong with the text. */
export type XmlSink = Required<XmlParseOptions>;

/**
 * Reads a long document step by step: yields how many characters are read, after a millisecond or so, and returns the root with the
 * sink that took its children. `sink` makes one for each attempt: most documents are read by a reader that is fast and may
 * have to give up, and then from the start by the careful one. Throws {@link XmlParseError}.
 */
export function* xmlSteps<Sink extends XmlSink>(
  text: string,
  file: string,
  sink: () => Sink,
): Generator<number, { readonly root: XmlElement; readonly sink: Sink }, void> {
  const fast = sink();
  const root = yield* plainXmlSteps(text, MAX_DEPTH, (child) => fast.onChild(child));
  if (root !== undefined) return { root, sink: fast };
  const careful = sink();
  return { root: yield* carefulXmlSteps(text, file, careful), sink: careful };
}
