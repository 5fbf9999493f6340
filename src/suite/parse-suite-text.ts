import type { XmlElement } from '../xml/xml-element.ts';
import { attributeOf, childNamed, childrenNamed, textOf } from '../xml/xml-element.ts';
import type { Display, SuiteText, TextVariable } from './suite-text.ts';
import { EMPTY_TEXT, textDisplay } from './suite-text.ts';
import { requiredAttribute } from './suite-parse-error.ts';

/** Reads the content of a `<text>` (or of anything that holds what a `<text>` holds). */
export function parseSuiteText(element: XmlElement): SuiteText {
  const parts = element.children.map(parsePart).filter((part) => part !== undefined);
  const [first] = parts;
  if (first === undefined) return EMPTY_TEXT;
  return parts.length === 1 ? first : { kind: 'mixture', parts };
}

/** The `<text>` inside an element, or `undefined` when there is none. */
export function parseTextIn(element: XmlElement | undefined): SuiteText | undefined {
  const text = element && childNamed(element, 'text');
  return text && parseSuiteText(text);
}

/** What a menu or command shows: a bare `<text>`, or a `<display>` with media and badge. */
export function parseDisplay(element: XmlElement): Display {
  const display = childNamed(element, 'display');
  return display === undefined
    ? textDisplay(parseTextIn(element) ?? EMPTY_TEXT)
    : parseDisplayBlock(display);
}

/** Reads a `<display>` element itself. */
export function parseDisplayBlock(display: XmlElement): Display {
  const texts = childrenNamed(display, 'text');
  const plain = texts.find((text) => attributeOf(text, 'form') === undefined);
  return {
    text: plain === undefined ? EMPTY_TEXT : parseSuiteText(plain),
    image: textOfForm(texts, 'image') ?? mediaAttribute(display, 'image'),
    audio: textOfForm(texts, 'audio') ?? mediaAttribute(display, 'audio'),
    badge: textOfForm(texts, 'badge'),
    hint: parseHint(display),
  };
}

function textOfForm(texts: readonly XmlElement[], form: string): SuiteText | undefined {
  const text = texts.find((candidate) => attributeOf(candidate, 'form') === form);
  return text && parseSuiteText(text);
}

function mediaAttribute(display: XmlElement, name: string): SuiteText | undefined {
  const media = childNamed(display, 'media');
  const text = media && attributeOf(media, name);
  return text === undefined ? undefined : { kind: 'plain', text };
}

function parseHint(display: XmlElement): SuiteText | undefined {
  const hint = childNamed(display, 'hint');
  return parseTextIn((hint && childNamed(hint, 'display')) ?? hint);
}

function parsePart(child: XmlElement | string): SuiteText | undefined {
  if (typeof child === 'string') return parsePlain(child);
  if (child.name === 'locale') return parseLocale(child);
  if (child.name === 'xpath') return parseXPath(child);
  // What stands in `<value>`, or in any other element, is plain text.
  return parsePlain(textOf(child));
}

function parsePlain(source: string): SuiteText | undefined {
  const text = source.trim();
  return text === '' ? undefined : { kind: 'plain', text };
}

function parseLocale(element: XmlElement): SuiteText {
  const id = childNamed(element, 'id');
  return {
    kind: 'locale',
    key: id === undefined ? requiredAttribute(element, 'id') : parseSuiteText(id),
    arguments: childrenNamed(element, 'argument').map(parseSuiteText),
  };
}

function parseXPath(element: XmlElement): SuiteText {
  return {
    kind: 'xpath',
    source: requiredAttribute(element, 'function'),
    variables: childrenNamed(element, 'variable').map(parseVariable),
  };
}

function parseVariable(element: XmlElement): TextVariable {
  return { name: requiredAttribute(element, 'name'), text: parseSuiteText(element) };
}
