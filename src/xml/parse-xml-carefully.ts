import { SaxesParser } from 'saxes';
import type { SaxesAttributeNS, SaxesTagNS } from 'saxes';
import type { XmlParseOptions, XmlSink } from './parse-xml.ts';
import { storableText } from './storable-text.ts';
import type { XmlAttribute, XmlElement } from './xml-element.ts';
import type { XmlFault } from './xml-fault.ts';
import { xmlFault } from './xml-fault.ts';
import { XmlParseError } from './xml-parse-error.ts';
import { MAX_DEPTH, NONE, XmlTreeBuilder } from './xml-tree-builder.ts';

const MOST_PROBLEMS = 1000;

/** As much of the text as a message may need to repeat. */
const LONGEST_QUOTE = 60;

/** How saxes tells of a raw `<` in an attribute and of characters that XML cannot hold. */
const BAD_CHARACTER = 'disallowed character.';

/** Reads any document, and says of a faulty one what is wrong and where. Throws {@link XmlParseError}. */
export function parseXmlCarefully(
  text: string,
  file: string,
  options: XmlParseOptions,
): XmlElement {
  const reader = new XmlReader(file, options);
  reader.write(wholeCharacters(text));
  return reader.close();
}

/** The same step by step: yields how many characters are read. */
export function* carefulXmlSteps(
  text: string,
  file: string,
  sink: XmlSink,
): Generator<number, XmlElement, void> {
  const reader = new XmlReader(file, {
    onChild: (child) => sink.onChild(child),
    onProblem: (problem) => sink.onProblem(problem),
  });
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('>', start + STEP) + 1 || text.length;
    reader.write(wholeCharacters(text.slice(start, end)));
    start = end;
    yield start;
  }
  return reader.close();
}

const STEP = 0x8000;

/** Half a surrogate pair comes from no file; saxes would take the next character with it. */
function wholeCharacters(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** The same, fed piece by piece: for a restore that is still arriving. */
export class XmlReader {
  readonly #parser: SaxesParser<{ xmlns: true; position: true }>;
  readonly #file: string;
  readonly #options: XmlParseOptions;
  readonly #tree = new XmlTreeBuilder();
  #root: XmlElement | undefined;
  #ended: XmlElement | undefined;
  #piece = '';
  #pieceStart = 0;
  #tagLine = 1;
  #tagColumn = 1;
  #problemCount = 0;

  constructor(file: string, options: XmlParseOptions = {}) {
    this.#file = file;
    this.#options = options;
    this.#parser = new SaxesParser({ xmlns: true, position: true });
    this.#parser.on('error', (error) => this.#fail(error.message));
    this.#parser.on('opentagstart', ({ name }) => this.#markPlace(name));
    this.#parser.on('opentag', (tag) => this.#openTag(tag));
    this.#parser.on('closetag', () => this.#closeTag());
    this.#parser.on('text', (text) => this.#addText(text));
    this.#parser.on('cdata', (text) => this.#addText(text));
  }

  write(text: string): void {
    this.#pieceStart += this.#piece.length;
    this.#piece = text;
    this.#parser.write(text);
  }

  /** Ends the document and returns its root element. */
  close(): XmlElement {
    this.#parser.close();
    // Without a root saxes has told so.
    return this.#root as XmlElement;
  }

  /** The parser has just read the name of a tag and one character more, which may have been the end of the line. */
  #markPlace(name: string): void {
    const { line, column } = this.#parser;
    const endsLine = column === 0;
    this.#tagLine = endsLine ? line - 1 : line;
    this.#tagColumn = Math.max(1, endsLine ? this.#columnOfLastTag() : column - name.length - 1);
  }

  #columnOfLastTag(): number {
    const start = this.#piece.lastIndexOf('<', this.#index() - 1);
    return start - this.#piece.lastIndexOf('\n', start);
  }

  #openTag(tag: SaxesTagNS): void {
    if (this.#tree.depth >= MAX_DEPTH) throw this.#tooDeep();
    // Spares saxes the walk up to where the namespace was declared.
    tag.ns[tag.prefix] = tag.uri;
    this.#tree.begin({
      name: tag.local,
      prefix: tag.prefix,
      namespace: tag.uri,
      attributes: this.#readAttributes(tag.attributes),
      children: NONE,
      line: this.#tagLine,
      column: this.#tagColumn,
    });
  }

  #closeTag(): void {
    const element = this.#tree.end();
    this.#ended = element;
    if (this.#tree.depth === 0) this.#root = element;
    else if (this.#tree.depth > 1 || !this.#options.onChild?.(element))
      this.#tree.addElement(element);
  }

  #addText(text: string): void {
    if (this.#tree.depth > 0 && text !== '') this.#tree.addText(this.#readable(text));
  }

  #fail(message: string): void {
    // saxes puts "line:column: " in front; our error has its own place.
    const told = message.replace(/^(?:[^:]*:)?\d+:\d+: /, '');
    const error = this.#error(told);
    this.#problemCount += 1;
    const { onProblem } = this.#options;
    if (told !== BAD_CHARACTER || !onProblem || this.#problemCount >= MOST_PROBLEMS) throw error;
    onProblem(error);
    // saxes goes on without a raw `<`. Where it collects the value is the one place to put it back.
    if (this.#piece[this.#index() - 1] === '<') this.#parser['text'] += '<';
  }

  #error(told: string): XmlParseError {
    if (/^[a-z ]*entity/.test(told)) return this.#entityError(told);
    // A raw `&` may have swallowed the rest of the text.
    if (this.#parser['entity'] !== '') return this.#entityError('empty entity name');
    const { line, column } = this.#parser;
    const element = told.startsWith('unexpected close tag') ? this.#ended : this.#tree.innermost;
    const index = this.#index();
    const read = this.#piece.slice(Math.max(0, index - LONGEST_QUOTE), index);
    return this.#errorAt(line, column, xmlFault(told, read, element));
  }

  /** saxes tells of an entity where it ends; this names the place of its `&`. */
  #entityError(told: string): XmlParseError {
    const end = this.#index();
    const start = Math.max(0, this.#piece.indexOf('&', this.#piece.lastIndexOf(';', end - 2) + 1));
    const entity = this.#piece.slice(start, end);
    const line = this.#parser.line - (entity.split('\n').length - 1);
    const column = start - this.#piece.lastIndexOf('\n', start);
    return this.#errorAt(line, column, xmlFault(told, entity.slice(0, LONGEST_QUOTE)));
  }

  #tooDeep(): XmlParseError {
    return this.#errorAt(this.#tagLine, this.#tagColumn, {
      reason: `elements are nested deeper than ${MAX_DEPTH}`,
      remedy: 'Take levels out: no real document has so many.',
    });
  }

  #errorAt(line: number, column: number, { reason, remedy }: XmlFault): XmlParseError {
    return new XmlParseError(reason, this.#file, line, Math.max(1, column), remedy);
  }

  /** Where the parser stands in the current piece. */
  #index(): number {
    return this.#parser.position - this.#pieceStart;
  }

  #readable(text: string): string {
    return this.#problemCount === 0 ? text : storableText(text);
  }

  #readAttributes(attributes: Record<string, SaxesAttributeNS>): readonly XmlAttribute[] {
    const result: XmlAttribute[] = [];
    for (const key in attributes) {
      const { local, prefix, uri, value } = attributes[key] as SaxesAttributeNS;
      if (prefix === 'xmlns' || (prefix === '' && local === 'xmlns')) continue;
      result.push({ name: local, prefix, namespace: uri, value: this.#readable(value) });
    }
    return result.length === 0 ? NONE : result.slice();
  }
}
