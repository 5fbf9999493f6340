import { expect } from 'chai';
import fc from 'fast-check';
import { parseXml } from '../../src/xml/parse-xml.ts';
import { serializeXml } from '../../src/xml/serialize-xml.ts';
import { xmlElement } from '../../src/xml/xml-element.ts';
import type { XmlChild, XmlElement } from '../../src/xml/xml-element.ts';

function rewrite(text: string): string {
  return serializeXml(parseXml(text, 'f'));
}

describe('serializeXml', () => {
  it('declares a namespace once, where it begins', () => {
    expect(rewrite('<a xmlns="urn:a"><b/><c xmlns="urn:c"><d/></c></a>')).to.equal(
      '<a xmlns="urn:a"><b/><c xmlns="urn:c"><d/></c></a>',
    );
  });

  it('takes the default namespace back where a child has none', () => {
    expect(rewrite('<a xmlns="urn:a"><b xmlns=""/></a>')).to.equal(
      '<a xmlns="urn:a"><b xmlns=""/></a>',
    );
  });

  it('keeps prefixes and leaves out declarations that nothing uses', () => {
    expect(rewrite('<a xmlns:o="urn:o" xmlns:z="urn:z"><o:m o:k="1"/></a>')).to.equal(
      '<a><o:m xmlns:o="urn:o" o:k="1"/></a>',
    );
  });

  it('makes up a prefix where the wanted one means something else on the same element', () => {
    const element: XmlElement = {
      ...xmlElement('a', 'urn:1'),
      prefix: 'p',
      attributes: [{ name: 'x', prefix: 'p', namespace: 'urn:2', value: '' }],
    };
    expect(serializeXml(element)).to.equal('<p:a xmlns:p="urn:1" xmlns:n0="urn:2" n0:x=""/>');
  });

  it('parses back to the same tree, whatever the text and names', () => {
    fc.assert(
      fc.property(element(3), (tree) => {
        expect(withoutPlaces(parseXml(serializeXml(tree), 'f'))).to.deep.equal(withoutPlaces(tree));
      }),
      { numRuns: 300 },
    );
  });
});

const name = fc.constantFrom('a', 'b', 'case', 'été');
const namespace = fc.constantFrom('', 'urn:a', 'urn:b&"<');
const text = fc
  .string({ unit: 'grapheme-composite', minLength: 1, maxLength: 8 })
  .map((value) => value.replace(/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '') || 'x');

function element(depth: number): fc.Arbitrary<XmlElement> {
  const child: fc.Arbitrary<XmlChild> = depth === 0 ? text : fc.oneof(text, element(depth - 1));
  return fc
    .tuple(
      name,
      namespace,
      fc.dictionary(name, text, { maxKeys: 2 }),
      fc.array(child, { maxLength: 3 }),
    )
    .map(([local, uri, attributes, children]) =>
      xmlElement(local, uri, attributes, mergeText(children)),
    );
}

function mergeText(children: readonly XmlChild[]): XmlChild[] {
  const result: XmlChild[] = [];
  for (const child of children) {
    const last = result.at(-1);
    if (typeof child === 'string' && typeof last === 'string')
      result[result.length - 1] = last + child;
    else result.push(child);
  }
  return result;
}

function withoutPlaces(tree: XmlElement): unknown {
  const { line: _line, column: _column, children, ...rest } = tree;
  return {
    ...rest,
    children: children.map((child) => (typeof child === 'string' ? child : withoutPlaces(child))),
  };
}
