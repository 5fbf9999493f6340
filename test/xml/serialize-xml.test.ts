import { expect } from 'chai';
import fc from 'fast-check';
import { parseXml } from '../../src/xml/parse-xml.ts';
import { serializeXml } from '../../src/xml/serialize-xml.ts';
import { storableText } from '../../src/xml/storable-text.ts';
import { xmlElement } from '../../src/xml/xml-element.ts';
import type { XmlAttribute, XmlChild, XmlElement } from '../../src/xml/xml-element.ts';

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

  it('keeps apart a prefix of the element and the same one of an attribute that means something else', () => {
    const inner: XmlElement = {
      ...xmlElement('b', 'urn:1'),
      prefix: 'p',
      attributes: [{ name: 'x', prefix: 'p', namespace: 'urn:2', value: '' }],
    };
    const outer: XmlElement = { ...xmlElement('a', 'urn:1', {}, [inner]), prefix: 'p' };
    expect(serializeXml(outer)).to.equal(
      '<p:a xmlns:p="urn:1"><p:b xmlns:n0="urn:2" n0:x=""/></p:a>',
    );
  });

  it('writes the replacement character for what XML cannot hold', () => {
    const element = xmlElement('a', '', { b: '\0' }, ['x\vy\uDC00\u{1F600}']);
    expect(serializeXml(element)).to.equal('<a b="\uFFFD">x\uFFFDy\uFFFD\u{1F600}</a>');
  });

  it('writes as many attributes as there are', () => {
    const attributes = Object.fromEntries(
      Array.from({ length: 200_000 }, (_, at) => [`a${at}`, '']),
    );
    expect(
      parseXml(serializeXml(xmlElement('a', '', attributes)), 'f').attributes,
    ).to.have.lengthOf(200_000);
  });

  it('parses back to the same tree, whatever the names, namespaces, prefixes and text', () => {
    fc.assert(
      fc.property(element(3), (tree) => {
        expect(content(parseXml(serializeXml(tree), 'f'))).to.deep.equal(content(tree));
      }),
      { numRuns: 500 },
    );
  });

  it('writes what it has written to the letter once more', () => {
    fc.assert(
      fc.property(element(3), (tree) => {
        const text = serializeXml(tree);
        expect(rewrite(text)).to.equal(text);
      }),
      { numRuns: 500 },
    );
  });
});

const name = fc.constantFrom('a', 'b', 'case', 'été', 'n0');
const prefix = fc.constantFrom('', 'p', 'q', 'n0', 'orx');
const namespace = fc.constantFrom('', 'urn:a', 'urn:b&"<', 'urn:c');
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(' ', '\r\n', '\t', ']]>', '&amp;', '\uD800', '\0'),
);

const attribute: fc.Arbitrary<XmlAttribute> = fc
  .record({ name, prefix, namespace, value: text })
  .map((drawn) => (drawn.namespace === '' ? { ...drawn, prefix: '' } : drawn));

const attributes = fc.uniqueArray(attribute, {
  selector: ({ name: local, namespace: uri }) => `{${uri}}${local}`,
  maxLength: 3,
});

function element(depth: number): fc.Arbitrary<XmlElement> {
  const child: fc.Arbitrary<XmlChild> = depth === 0 ? text : fc.oneof(text, element(depth - 1));
  return fc.record({
    name,
    prefix,
    namespace,
    attributes,
    children: fc.array(child, { maxLength: 3 }),
    line: fc.constant(0),
    column: fc.constant(0),
  });
}

/** What a tree says: not where it stood nor how it spells its namespaces, and with adjoining text as one. */
function content(tree: XmlElement): unknown {
  const texts = tree.children.map((child) =>
    typeof child === 'string' ? storableText(child) : child,
  );
  return {
    name: `{${tree.namespace}}${tree.name}`,
    attributes: tree.attributes.map((each) => [
      `{${each.namespace}}${each.name}`,
      storableText(each.value),
    ]),
    children: mergeText(texts).map((child) => (typeof child === 'string' ? child : content(child))),
  };
}

function mergeText(children: readonly XmlChild[]): XmlChild[] {
  const result: XmlChild[] = [];
  for (const child of children) {
    const last = result.at(-1);
    if (typeof child !== 'string') result.push(child);
    else if (typeof last === 'string') result[result.length - 1] = last + child;
    else if (child !== '') result.push(child);
  }
  return result;
}
