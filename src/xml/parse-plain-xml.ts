import type { XmlAttribute, XmlElement } from './xml-element.ts';
import { NONE, XmlTreeBuilder } from './xml-tree-builder.ts';
import type { OpenElement } from './xml-tree-builder.ts';

/**
 * Reads a document that has only what nearly every document has: elements with names of ASCII letters, attributes, text, comments,
 * character references. Gives `undefined` for any other and for every fault: the careful parser then has the word, whose tree
 * would be the same. A large form is most of all XML, and this takes a third of the time.
 */
export function parsePlainXml(text: string, maximumDepth: number): XmlElement | undefined {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return isUnusual(lines) ? undefined : new PlainReader(lines, maximumDepth).document();
}

/**
 * The same step by step: yields, now and then, how many characters are read. `onChild` takes the children of the root as
 * they end, as in `XmlParseOptions`; what it took before `undefined` comes is void.
 */
export function* plainXmlSteps(
  text: string,
  maximumDepth: number,
  onChild: (child: XmlElement) => boolean,
): Generator<number, XmlElement | undefined, void> {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  for (let start = 0; start < lines.length; start += STEP) {
    // What ends one part and begins the next belongs together.
    if (isUnusual(lines.slice(Math.max(0, start - 2), start + STEP))) return undefined;
    yield 0;
  }
  return yield* new PlainReader(lines, maximumDepth, onChild).steps();
}

/** Characters that are read in about a millisecond. */
const STEP = 0x10000;

/** Characters that XML cannot hold, that stand for another, or that are two places wide. */
const UNUSUAL = /[\0-\x08\x0B-\x1F\uD800-\uDFFF\uFEFF\uFFFE\uFFFF]/;

/** The same, or what ends a CDATA section: sought apart, since one after the other takes half the time of both together. */
function isUnusual(text: string): boolean {
  return UNUSUAL.test(text) || text.includes(']]>');
}

const DECLARATION =
  /^<\?xml version=(?:"1\.0"|'1\.0')(?: encoding=(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?: standalone=(?:"yes"|"no"))? ?\?>/;

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/';

/** Namespaces: the default one, and those by prefix. */
interface Scope {
  readonly plain: string;
  readonly prefixed: ReadonlyMap<string, string>;
}

const ROOT_SCOPE: Scope = { plain: '', prefixed: new Map([['xml', XML_NAMESPACE]]) };

/** A name of an element or attribute, taken apart once for all places where it stands. */
interface Name {
  readonly text: string;
  /** `''` when there is none. */
  readonly prefix: string;
  readonly local: string;
  readonly endTag: string;
  /** The name that came after it last time: records of one kind repeat the same ones in the same order. */
  next: Name | undefined;
  /** What the attribute of this name was last time: as it is written, with its quotes, and what that means. */
  last: { readonly written: string; readonly value: string } | undefined;
}

/** Where each attribute is compared with all before it, they must be few. */
const MOST_ATTRIBUTES = 30;

type MutableAttribute = { -readonly [Key in keyof XmlAttribute]: XmlAttribute[Key] };

/** Each step says whether the document is plain so far. */
class PlainReader {
  #at = 0;
  #line = 1;
  #lineStart = 0;
  #lineEnd: number;
  #root: XmlElement | undefined = undefined;
  #scope = ROOT_SCOPE;
  readonly #tree = new XmlTreeBuilder();
  /** Names that were met, by their hash: the few names of a document are the same text all over, and so one string. */
  readonly #names: (Name | undefined)[] = new Array(HASH_MASK + 1).fill(undefined);
  #lastName: Name = nameOf('');
  readonly #openNames: Name[] = [];
  readonly #openScopes: Scope[] = [];
  /** Of the tag that is being read: its attributes but declarations, and the prefixes that it declares. */
  readonly #attributes: MutableAttribute[] = [];
  #attributeCount = 0;
  #declared: string[] = [];

  constructor(
    private readonly text: string,
    private readonly maximumDepth: number,
    private readonly onChild?: (child: XmlElement) => boolean,
  ) {
    this.#lineEnd = text.indexOf('\n');
  }

  document(): XmlElement | undefined {
    this.#at = DECLARATION.exec(this.text)?.[0].length ?? 0;
    while (this.#at < this.text.length) if (!this.#piece()) return undefined;
    return this.#tree.depth === 0 ? this.#root : undefined;
  }

  *steps(): Generator<number, XmlElement | undefined, void> {
    this.#at = DECLARATION.exec(this.text)?.[0].length ?? 0;
    for (let next = STEP; this.#at < this.text.length;) {
      if (!this.#piece()) return undefined;
      if (this.#at < next) continue;
      next = this.#at + STEP;
      yield this.#at;
    }
    return this.#tree.depth === 0 ? this.#root : undefined;
  }

  /** Text up to the next `<`, and what begins there. */
  #piece(): boolean {
    const { text } = this;
    const found = text.indexOf('<', this.#at);
    const end = found < 0 ? text.length : found;
    if (end > this.#at && !this.#addText(end)) return false;
    this.#at = end;
    if (found < 0) return true;
    const next = text.charCodeAt(end + 1);
    if (next === SLASH) return this.#endTag();
    return next === EXCLAMATION ? this.#comment() : this.#startTag();
  }

  #addText(end: number): boolean {
    if (this.#tree.depth === 0) return /^[ \t\n]*$/.test(this.text.slice(this.#at, end));
    const text = this.#textTo(end);
    if (text === undefined) return false;
    this.#tree.addText(text);
    return true;
  }

  #textTo(end: number): string | undefined {
    const raw = this.text.slice(this.#at, end);
    return raw.includes('&') ? decoded(raw) : raw;
  }

  #comment(): boolean {
    const { text } = this;
    if (!text.startsWith('<!--', this.#at)) return false;
    const end = text.indexOf('--', this.#at + 4);
    if (end < 0 || text.charCodeAt(end + 2) !== GREATER) return false;
    this.#at = end + 3;
    return true;
  }

  #endTag(): boolean {
    const name = this.#openNames.pop();
    if (name === undefined || !this.text.startsWith(name.endTag, this.#at)) return false;
    this.#at += name.endTag.length;
    this.#add(this.#tree.end(), this.#openScopes.pop() as Scope);
    return true;
  }

  /** Adds a whole element where it stands; `outer` is the scope around it. */
  #add(element: XmlElement, outer: Scope): void {
    this.#scope = outer;
    if (this.#tree.depth === 0) this.#root = element;
    else if (this.#tree.depth > 1 || !this.onChild?.(element)) this.#tree.addElement(element);
  }

  #startTag(): boolean {
    if (this.#tree.depth === 0 && this.#root !== undefined) return false;
    if (this.#tree.depth >= this.maximumDepth) return false;
    const start = this.#at;
    const outer = this.#scope;
    this.#at += 1;
    const name = this.#name();
    if (name === undefined || !this.#readAttributes()) return false;
    const element = this.#newElement(name, start);
    return element !== undefined && this.#endOfStartTag(element, name, outer);
  }

  #endOfStartTag(element: OpenElement, name: Name, outer: Scope): boolean {
    const code = this.text.charCodeAt(this.#at);
    if (code === GREATER) {
      this.#at += 1;
      return this.#content(element, name, outer);
    }
    if (code !== SLASH || this.text.charCodeAt(this.#at + 1) !== GREATER) return false;
    this.#at += 2;
    this.#add(element, outer);
    return true;
  }

  /** Text and nothing else is what most elements have: they are never open. */
  #content(element: OpenElement, name: Name, outer: Scope): boolean {
    const end = this.text.indexOf('<', this.#at);
    if (end < 0 || !this.text.startsWith(name.endTag, end)) {
      this.#openNames.push(name);
      this.#openScopes.push(outer);
      this.#tree.begin(element);
      return true;
    }
    const text = this.#textTo(end);
    if (text === undefined) return false;
    if (text !== '') element.children = [text];
    this.#at = end + name.endTag.length;
    this.#add(element, outer);
    return true;
  }

  #newElement({ prefix, local }: Name, start: number): OpenElement | undefined {
    const namespace = this.#namespaceOf(prefix);
    if (namespace === undefined || prefix === 'xmlns') return undefined;
    const attributes = this.#takeAttributes();
    if (attributes === undefined) return undefined;
    this.#moveTo(start);
    return {
      name: local,
      prefix,
      namespace,
      attributes,
      children: NONE,
      line: this.#line,
      column: start - this.#lineStart + 1,
    };
  }

  #namespaceOf(prefix: string): string | undefined {
    return prefix === '' ? this.#scope.plain : this.#scope.prefixed.get(prefix);
  }

  #moveTo(place: number): void {
    while (this.#lineEnd >= 0 && this.#lineEnd < place) {
      this.#line += 1;
      this.#lineStart = this.#lineEnd + 1;
      this.#lineEnd = this.text.indexOf('\n', this.#lineStart);
    }
  }

  /** A name with at most one colon, or `undefined`. */
  #name(): Name | undefined {
    const likely = this.#lastName.next;
    const name = likely !== undefined && this.#isHere(likely) ? likely : this.#soughtName();
    if (name === undefined) return undefined;
    this.#at += name.text.length;
    this.#lastName.next = name;
    return (this.#lastName = name);
  }

  #isHere({ text: name }: Name): boolean {
    const { text } = this;
    return text.startsWith(name, this.#at) && !isInName(text.charCodeAt(this.#at + name.length));
  }

  #soughtName(): Name | undefined {
    const { text } = this;
    const start = this.#at;
    let hash = 0;
    let end = start;
    for (let code = text.charCodeAt(end); isInName(code); code = text.charCodeAt((end += 1))) {
      hash = (hash * 31 + code) & HASH_MASK;
    }
    const known = this.#names[hash];
    if (known?.text.length === end - start && text.startsWith(known.text, start)) return known;
    const name = text.slice(start, end);
    return NAME.test(name) ? (this.#names[hash] = nameOf(name)) : undefined;
  }

  #readAttributes(): boolean {
    this.#attributeCount = 0;
    if (this.#declared.length > 0) this.#declared = [];
    for (;;) {
      const spaced = this.#skipSpace();
      const code = this.text.charCodeAt(this.#at);
      if (code === GREATER || code === SLASH) return true;
      if (!spaced || !this.#attribute()) return false;
    }
  }

  #skipSpace(): boolean {
    const { text } = this;
    const start = this.#at;
    let code = text.charCodeAt(start);
    while (code === 0x20 || code === 0x0a || code === 0x09) code = text.charCodeAt((this.#at += 1));
    return this.#at > start;
  }

  #attribute(): boolean {
    const name = this.#name();
    if (name === undefined || this.text.charCodeAt(this.#at) !== EQUALS) return false;
    this.#at += 1;
    const { last } = name;
    const isSame = last !== undefined && this.text.startsWith(last.written, this.#at);
    const read = isSame ? last : (name.last = this.#quoted());
    if (read === undefined) return false;
    this.#at += read.written.length;
    return this.#keep(name, read.value);
  }

  #quoted(): Name['last'] {
    const { text } = this;
    const quote = text[this.#at];
    if (quote !== '"' && quote !== "'") return undefined;
    const end = text.indexOf(quote, this.#at + 1);
    const value = end < 0 ? undefined : attributeValue(text.slice(this.#at + 1, end));
    return value === undefined ? undefined : { written: text.slice(this.#at, end + 1), value };
  }

  #keep({ text, prefix, local }: Name, value: string): boolean {
    if (prefix === 'xmlns') return value !== '' && this.#declare(local, value);
    if (text === 'xmlns') return this.#declare('', value);
    this.#attributes[this.#attributeCount] = { name: local, prefix, namespace: '', value };
    this.#attributeCount += 1;
    return this.#attributeCount <= MOST_ATTRIBUTES;
  }

  /** The reserved namespaces have rules of their own. */
  #declare(prefix: string, namespace: string): boolean {
    if (prefix === 'xml' || prefix === 'xmlns' || this.#declared.includes(prefix)) return false;
    if (namespace === XML_NAMESPACE || namespace === XMLNS_NAMESPACE) return false;
    this.#declared.push(prefix);
    const { plain, prefixed } = this.#scope;
    this.#scope =
      prefix === ''
        ? { plain: namespace, prefixed }
        : { plain, prefixed: new Map([...prefixed, [prefix, namespace]]) };
    return this.#declared.length <= MOST_ATTRIBUTES;
  }

  /** Prefixes may be declared behind the attributes that use them, so their namespaces come last. */
  #takeAttributes(): readonly XmlAttribute[] | undefined {
    if (this.#attributeCount === 0) return NONE;
    const attributes = this.#attributes.slice(0, this.#attributeCount);
    for (let i = 0; i < attributes.length; i += 1) {
      const attribute = attributes[i]!;
      const namespace = attribute.prefix === '' ? '' : this.#namespaceOf(attribute.prefix);
      if (namespace === undefined) return undefined;
      attribute.namespace = namespace;
      for (let k = 0; k < i; k += 1) if (isSame(attributes[k]!, attribute)) return undefined;
    }
    return attributes;
  }
}

function nameOf(text: string): Name {
  const colon = text.indexOf(':');
  const [prefix, local] = [text.slice(0, Math.max(0, colon)), text.slice(colon + 1)];
  return { text, prefix, local, endTag: `</${text}>`, next: undefined, last: undefined };
}

function isSame(a: XmlAttribute, b: XmlAttribute): boolean {
  return a.name === b.name && a.namespace === b.namespace;
}

const SLASH = 0x2f;
const EXCLAMATION = 0x21;
const GREATER = 0x3e;
const EQUALS = 0x3d;

const HASH_MASK = 0xff;

const NAME = /^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?$/;

function isInName(code: number): boolean {
  return (CHARACTERS[code] ?? 0) === 1;
}

/** 1 for each ASCII character that can stand in a name. */
const CHARACTERS = Uint8Array.from({ length: 128 }, (_, code) =>
  /[\w.:-]/.test(String.fromCharCode(code)) ? 1 : 0,
);

/** White space in an attribute is read as spaces, references are not. XML 1.0, 3.3.3. */
function attributeValue(raw: string): string | undefined {
  if (!/[<&\t\n]/.test(raw)) return raw;
  if (raw.includes('<')) return undefined;
  return decoded(raw.replace(/[\t\n]/g, ' '));
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** Character references and the entities of XML replaced; `undefined` when there is any other `&`. */
function decoded(raw: string): string | undefined {
  let known = true;
  const text = raw.replace(/&([^&;]*);?/g, (reference, name: string) => {
    const character = reference.endsWith(';') ? characterOf(name) : undefined;
    if (character === undefined) known = false;
    return character ?? '';
  });
  return known ? text : undefined;
}

function characterOf(name: string): string | undefined {
  if (Object.hasOwn(ENTITIES, name)) return ENTITIES[name];
  if (!/^#(?:[0-9]{1,5}|x[0-9A-Fa-f]{1,4})$/.test(name)) return undefined;
  const code = name[1] === 'x' ? parseInt(name.slice(2), 16) : Number(name.slice(1));
  const character = String.fromCharCode(code);
  return code <= 0xffff && (code === 0xd || !UNUSUAL.test(character)) ? character : undefined;
}
