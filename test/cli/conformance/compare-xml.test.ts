import { expect } from 'chai';
import { xmlDifference } from '../../../src/cli/conformance/compare-xml.ts';
import type { CompareXmlOptions } from '../../../src/cli/conformance/compare-xml.ts';
import { parseXml } from '../../../src/xml/parse-xml.ts';

function difference(expected: string, actual: string, options?: CompareXmlOptions) {
  return xmlDifference(expected, parseXml(actual, 'actual.xml'), options);
}

describe('xmlDifference', () => {
  it('looks past prefixes, the order of attributes, declarations and layout', () => {
    const expected = '<?xml version="1.0"?><p:a xmlns:p="urn:x" one="1" two="2">\n  <p:b/>\n</p:a>';
    expect(difference(expected, '<a two="2" one="1" xmlns="urn:x"><b/></a>')).to.equal(undefined);
  });

  it('sees another namespace', () => {
    expect(difference('<a xmlns="urn:x"/>', '<a/>')).to.equal(
      '/a, its namespace: expected "urn:x", got ""',
    );
  });

  it('names the element of which the text differs, with its position', () => {
    expect(difference('<a><b>1</b><b>2</b></a>', '<a><b>1</b><b>3</b></a>')).to.equal(
      '/a/b[2]: expected "2", got "3"',
    );
  });

  it('keeps white space around a text', () => {
    expect(difference('<a> x</a>', '<a>x</a>')).to.equal('/a: expected " x", got "x"');
  });

  it('sees attributes and elements that are missing or too many', () => {
    expect(difference('<a b="1"/>', '<a/>')).to.equal('/a/@b: expected "1", got nothing');
    expect(difference('<a/>', '<a b="1"/>')).to.equal('/a/@b: expected nothing, got "1"');
    expect(difference('<a><b/></a>', '<a/>')).to.equal('/a/b: expected "<b>", got nothing');
    expect(difference('<a/>', '<a><b/></a>')).to.equal('/a/b: expected nothing, got "<b>"');
  });

  it('leaves free references alone, and only those', () => {
    const free = new Set(['/a/b[2]']);
    expect(difference('<a><b/><b>1</b></a>', '<a><b/><b>2</b></a>', { free })).to.equal(undefined);
    expect(difference('<a><b>1</b><b/></a>', '<a><b>2</b><b/></a>', { free })).to.contain('/a/b:');
  });
});
