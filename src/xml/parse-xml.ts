import { SaxesParser } from 'saxes';
import type { SaxesAttributeNS, SaxesTagNS } from 'saxes';
import type { XmlAttribute, XmlChild, XmlElement } from './xml-element.ts';
import { XmlParseError } from './xml-parse-error.ts';

export interface XmlParseOptions {
  /** Makes a raw `<` in attribute values readable and is told of the first one; every other fault still throws. */
  readonly onProblem?: (problem: XmlParseError) => void;
  /**
   * Takes each element at depth 1 (the children of the root) as it ends; return `true` to leave it out of the tree,
   * so that a document of 100,000 cases is never in memory at once.
   */
  readonly onChild?: (child: XmlElement) => boolean;
}

/** Deeper documents are hostile or broken; every tree walk of ours may then recurse. */
const MAX_DEPTH = 1000;

/**
 * Parses a document with namespaces. `file` only names it in errors. Entities beyond the five of XML and character
 * references are refused, so is nesting deeper than 1,000. Throws {@link XmlParseError}.
 */
export function parseXml(text: string, file: string, options: XmlParseOptions = {}): XmlElement {
  try {
    return read(text, file, options);
  } catch (error) {
    const repaired = escapeRawLessThan(text);
    if (options.onProblem === undefined || repaired === text) throw error;
    const root = read(repaired, file, options);
    options.onProblem(error as XmlParseError);
    return root;
  }
}

function read(text: string, file: string, options: XmlParseOptions): XmlElement {
  const reader = new XmlReader(file, options);
  reader.write(text);
  return reader.close();
}

const COMMENT_OR_TAG =
  /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<[^\s<>"'!?/=]+(?:[^"'<>]|"[^"]*"|'[^']*')*>/g;

/** CommCare's own parser takes a raw `<` in an attribute value, and real apps contain it. */
function escapeRawLessThan(text: string): string {
  return text.replace(COMMENT_OR_TAG, (match) =>
    match.startsWith('<!') ? match : `<${match.slice(1).replaceAll('<', '&lt;')}`,
  );
}

/** The same, fed piece by piece: for a restore that is still arriving. */
export class XmlReader {
  readonly #parser: SaxesParser<{ xmlns: true; position: true }>;
  readonly #file: string;
  readonly #options: XmlParseOptions;
  readonly #open: OpenElement[] = [];
  /** Children of all open elements, one family behind the other, so that each array is made once, in its full size. */
  readonly #children: XmlChild[] = [];
  /** Where in these the family of each open element begins. */
  readonly #firstChild: number[] = [];
  #root: XmlElement | undefined;
  #tagLine = 1;
  #tagColumn = 0;

  constructor(file: string, options: XmlParseOptions = {}) {
    this.#file = file;
    this.#options = options;
    this.#parser = new SaxesParser({ xmlns: true, position: true });
    this.#parser.on('error', (error) => this.#fail(error.message));
    this.#parser.on('opentagstart', () => this.#markPlace());
    this.#parser.on('opentag', (tag) => this.#openTag(tag));
    this.#parser.on('closetag', () => this.#closeTag());
    this.#parser.on('text', (text) => this.#addText(text));
    this.#parser.on('cdata', (text) => this.#addText(text));
  }

  write(text: string): void {
    this.#parser.write(text);
  }

  /** Ends the document and returns its root element. */
  close(): XmlElement {
    this.#parser.close();
    if (this.#root === undefined) throw this.#error('the document has no element');
    return this.#root;
  }

  #markPlace(): void {
    this.#tagLine = this.#parser.line;
    this.#tagColumn = this.#parser.column;
  }

  #openTag(tag: SaxesTagNS): void {
    if (this.#open.length >= MAX_DEPTH) {
      throw this.#error(`elements are nested deeper than ${MAX_DEPTH}`);
    }
    this.#firstChild.push(this.#children.length);
    this.#open.push({
      name: tag.local,
      prefix: tag.prefix,
      namespace: tag.uri,
      attributes: readAttributes(tag.attributes),
      children: NONE,
      line: this.#tagLine,
      column: Math.max(1, this.#tagColumn - tag.name.length),
    });
  }

  #closeTag(): void {
    const element = this.#open.pop() as OpenElement;
    element.children = this.#takeChildren(this.#firstChild.pop() as number);
    if (this.#open.length === 0) this.#root = element;
    else if (this.#open.length > 1 || !this.#options.onChild?.(element)) {
      this.#children.push(element);
    }
  }

  #takeChildren(first: number): readonly XmlChild[] {
    const count = this.#children.length - first;
    if (count === 0) return NONE;
    return count === 1 ? [this.#children.pop() as XmlChild] : this.#children.splice(first);
  }

  #addText(text: string): void {
    const first = this.#firstChild.at(-1);
    if (first === undefined || text === '') return;
    const last = this.#children.length - 1;
    const before = last < first ? undefined : this.#children[last];
    if (typeof before === 'string') this.#children[last] = before + text;
    else this.#children.push(text);
  }

  #fail(message: string): void {
    // saxes puts "line:column: " in front; our error has its own place.
    throw this.#error(message.replace(/^(?:[^:]*:)?\d+:\d+: /, ''));
  }

  #error(reason: string): XmlParseError {
    return new XmlParseError(reason, this.#file, this.#parser.line, this.#parser.column + 1);
  }
}

interface OpenElement extends XmlElement {
  children: readonly XmlChild[];
}

const NONE: readonly never[] = [];

function readAttributes(attributes: Record<string, SaxesAttributeNS>): readonly XmlAttribute[] {
  const result: XmlAttribute[] = [];
  for (const key in attributes) {
    const { local, prefix, uri, value } = attributes[key] as SaxesAttributeNS;
    if (prefix === 'xmlns' || (prefix === '' && local === 'xmlns')) continue;
    result.push({ name: local, prefix, namespace: uri, value });
  }
  return result.length === 0 ? NONE : result.slice();
}
