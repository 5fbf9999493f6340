import { expect } from 'chai';
import { parseXml, XmlReader } from '../../src/xml/parse-xml.ts';
import { attributeOf, childNamed, textOf } from '../../src/xml/xml-element.ts';
import type { XmlElement } from '../../src/xml/xml-element.ts';
import { XmlParseError } from '../../src/xml/xml-parse-error.ts';

function failure(text: string): XmlParseError {
  try {
    parseXml(text, 'form.xml');
  } catch (error) {
    expect(error).to.be.instanceOf(XmlParseError);
    return error as XmlParseError;
  }
  throw new Error('the text was accepted');
}

describe('parseXml', () => {
  it('reads elements, attributes, namespaces and text', () => {
    const root = parseXml(
      '<a xmlns="urn:a" x="1"><p:b xmlns:p="urn:p" p:y="2">t&amp;<![CDATA[<]]></p:b></a>',
      'f',
    );
    const b = childNamed(root, 'b') as XmlElement;
    expect([root.namespace, attributeOf(root, 'x')]).to.deep.equal(['urn:a', '1']);
    expect([b.namespace, b.prefix, attributeOf(b, 'y', 'urn:p')]).to.deep.equal([
      'urn:p',
      'p',
      '2',
    ]);
    expect(textOf(b)).to.equal('t&<');
  });

  it('tells the line and column of each start tag', () => {
    const root = parseXml('<a>\n  <b/>\n</a>', 'f');
    const b = childNamed(root, 'b') as XmlElement;
    expect([b.line, b.column]).to.deep.equal([2, 4]);
  });

  it('names file, line and column of what is not well-formed', () => {
    const error = failure('<a>\n<b></a>');
    expect(error.message).to.match(/^form\.xml, line 2, column \d+: /);
    expect(error.line).to.equal(2);
  });

  for (const [title, text] of [
    ['an empty text', ''],
    ['text alone', 'hello'],
    ['a truncated document', '<a><b>'],
    ['two roots', '<a/><b/>'],
    ['an unknown entity', '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'],
    ['an undeclared prefix', '<p:a/>'],
    ['1,001 levels', '<a>'.repeat(1001) + '</a>'.repeat(1001)],
  ] as const) {
    it(`refuses ${title}`, () => {
      expect(failure(text).file).to.equal('form.xml');
    });
  }

  it('goes on after a raw < in an attribute when the caller listens for problems', () => {
    const problems: XmlParseError[] = [];
    const root = parseXml('<a>\n<b test="1 < 2"/></a>', 's.xml', {
      onProblem: (problem) => problems.push(problem),
    });
    expect(attributeOf(childNamed(root, 'b') as XmlElement, 'test')).to.equal('1 < 2');
    expect(problems.map((problem) => problem.line)).to.deep.equal([2]);
  });

  it('still refuses what has no tree when the caller listens for problems', () => {
    expect(() => parseXml('<a><b></a>', 's.xml', { onProblem: () => undefined })).to.throw(
      XmlParseError,
    );
  });

  it('hands out the children of the root as they end and leaves out those that are taken', () => {
    const taken: string[] = [];
    const reader = new XmlReader('r.xml', {
      onChild: (child) => {
        taken.push(child.name);
        return child.name === 'case';
      },
    });
    for (const piece of ['<r><case/><fix', 'ture><case/></fixture>', '<case/></r>'])
      reader.write(piece);
    const root = reader.close();
    expect(taken).to.deep.equal(['case', 'fixture', 'case']);
    expect(root.children.map((child) => (child as XmlElement).name)).to.deep.equal(['fixture']);
  });
});
