import { expect } from 'chai';
import fc from 'fast-check';
import { XmlReader } from '../../src/xml/parse-xml-carefully.ts';
import { parseXml } from '../../src/xml/parse-xml.ts';
import { serializeXml } from '../../src/xml/serialize-xml.ts';
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
    expect([b.line, b.column]).to.deep.equal([2, 3]);
  });

  it('tells the place of a start tag that goes on in the next line', () => {
    const root = parseXml('<a>\n  <b\n    c="1"/>\n</a>', 'f');
    const b = childNamed(root, 'b') as XmlElement;
    expect([b.line, b.column]).to.deep.equal([2, 3]);
  });

  it('names file, line and column of what is not well-formed', () => {
    const error = failure('<a>\n<b></a>');
    expect(error.message).to.match(/^form\.xml, line 2, column \d+: /);
    expect(error.line).to.equal(2);
  });

  for (const [title, text, line, column, reason] of [
    ['an empty text', '', 1, 1, 'no element'],
    ['text alone', 'hello', 1, 5, 'text outside'],
    ['a truncated document', '<a>\n<b>', 2, 3, '<b> of line 2 is not closed'],
    ['a document cut off in an attribute', '<a>\n<b c="', 2, 6, '<a> of line 1 is not closed'],
    ['an element that ends in another', '<a>\n<p:b xmlns:p="u"></a>', 2, 21, '<p:b> of line 2'],
    ['two roots', '<a/><b/>', 1, 7, 'second root'],
    ['text behind the root', '<a/>\nmore', 2, 4, 'text outside'],
    ['a late declaration', '\n<?xml version="1.0"?><a/>', 2, 6, 'XML declaration'],
    ['an HTML entity', '<a>\n<b>&nbsp;</b></a>', 2, 4, '&nbsp; is no entity'],
    ['an entity of the document', '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>', 1, 34, '&e; is no'],
    ['a reference to no character', '<a>&#0;</a>', 1, 4, '&#0; is no entity'],
    ['a raw & that swallows the rest', '<a>\nthis & that</a>', 2, 6, '"&" begins no entity'],
    ['a raw & before an entity', '<a>\nx & y &lt; z</a>', 2, 3, '"&" begins no entity'],
    ['a raw < in the text', '<a>\n1 < 2</a>', 2, 4, '"<" stands where no tag'],
    ['a raw < in an attribute', '<a>\n<b c="<"/></a>', 2, 7, '"<" stands where no tag'],
    ['a control character', '<a>\nx\u000b</a>', 2, 2, 'U+000B'],
    ['an undeclared prefix', '<p:identity/>', 1, 13, '"p" stands for no namespace'],
    ['an attribute twice', '<a b="1" b="2"/>', 1, 16, 'attribute b is there twice'],
    ['an attribute without a value', '<a b/>', 1, 5, 'no attribute with a value'],
    ['an element called identity that is not closed', '<identity>', 1, 10, '<identity>'],
    ['251 levels', '<a>'.repeat(251) + '</a>'.repeat(251), 1, 751, 'nested deeper'],
  ] as const) {
    it(`refuses ${title} and tells the place and the remedy`, () => {
      const error = failure(text);
      expect(error.file).to.equal('form.xml');
      expect([error.line, error.column]).to.deep.equal([line, column]);
      expect(error.reason).to.contain(reason);
      expect(error.remedy).to.match(/^[A-Z].*\.$/);
    });
  }

  it('reads what XML allows and forms seldom have', () => {
    const root = parseXml(
      '\uFEFF<?xml version="1.0" encoding="ISO-8859-1"?><!DOCTYPE a [<!ENTITY % p SYSTEM "http://example.org/p">%p;]>' +
        '<a xml:lang="en" b="1\r\n2"><!-- - --><?x y?>1\r\n2\r3<![CDATA[&]]></a>',
      'f',
    );
    expect(textOf(root)).to.equal('1\n2\n3&');
    expect(attributeOf(root, 'b')).to.equal('1 2');
    expect(attributeOf(root, 'lang', 'http://www.w3.org/XML/1998/namespace')).to.equal('en');
  });

  it('reads names that mean something to JavaScript like any other', () => {
    const text = '<__proto__ __proto__="1" constructor="2"><toString/></__proto__>';
    expect(serializeXml(parseXml(text, 'f'))).to.equal(text);
  });

  it('takes half a surrogate pair for the replacement character', () => {
    expect(textOf(parseXml('<a>\uD800<b/></a>', 'f'))).to.equal('\uFFFD');
  });

  for (const [title, text] of [
    ['a million levels', '<a>'.repeat(1_000_000)],
    ['entities in entities', `<!DOCTYPE a [${'<!ENTITY e "&e;&e;">'.repeat(1000)}]><a>&e;</a>`],
    ['an attribute without an end', `<a b="${'&amp;'.repeat(200_000)}`],
    ['a thousand raw <', `<a b="${'<'.repeat(100_000)}"/>`],
    ['names that are opened and never closed', '<a b="<'.repeat(100_000)],
  ] as const) {
    it(`refuses ${title} at once`, () => {
      const started = performance.now();
      expect(() => parseXml(text, 'f', { onProblem: () => undefined })).to.throw(XmlParseError);
      expect(performance.now() - started).to.be.below(2000);
    });
  }

  it('reads a long attribute, many attributes and many elements at the deepest level', () => {
    const started = performance.now();
    parseXml(`<a b="${'x'.repeat(10_000_000)}"/>`, 'f');
    parseXml(`<a ${Array.from({ length: 100_000 }, (_, at) => `a${at}=""`).join(' ')}/>`, 'f');
    parseXml(`${'<a>'.repeat(249)}${'<b/>'.repeat(50_000)}${'</a>'.repeat(249)}`, 'f');
    expect(performance.now() - started).to.be.below(5000);
  });

  it('goes on after a raw < in attributes when the caller listens for problems, and tells each', () => {
    const problems: XmlParseError[] = [];
    const root = parseXml('<a>\n<b test="1 < 2 &lt;"/>\n<!-- < --><c x="<"/></a>', 's.xml', {
      onProblem: (problem) => problems.push(problem),
    });
    expect(attributeOf(childNamed(root, 'b') as XmlElement, 'test')).to.equal('1 < 2 <');
    expect(attributeOf(childNamed(root, 'c') as XmlElement, 'x')).to.equal('<');
    expect(problems.map(({ line, column }) => [line, column])).to.deep.equal([
      [2, 12],
      [3, 17],
    ]);
  });

  it('replaces control characters when the caller listens for problems', () => {
    const problems: XmlParseError[] = [];
    const root = parseXml('<a b="\0">\u0001</a>', 's.xml', {
      onProblem: (problem) => problems.push(problem),
    });
    expect([attributeOf(root, 'b'), textOf(root)]).to.deep.equal(['\uFFFD', '\uFFFD']);
    expect(problems[0]?.remedy).to.contain('UTF-16');
  });

  it('hands out each child of the root once, also behind a raw <', () => {
    const taken: string[] = [];
    parseXml('<r><a/><b x="<"/><c/></r>', 'r.xml', {
      onProblem: () => undefined,
      onChild: (child) => taken.push(child.name) > 0,
    });
    expect(taken).to.deep.equal(['a', 'b', 'c']);
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

  it('reads the same however the text is cut into pieces', () => {
    const text = '<a>\r\n<b c="1 < 2">&amp;é\u{1F600}<![CDATA[x]]></b\n>\v</a>';
    const told = (pieces: readonly string[]) => {
      const places: string[] = [];
      const reader = new XmlReader('f', {
        onProblem: ({ line, column, reason }) => places.push(`${line} ${column} ${reason}`),
      });
      for (const piece of pieces) reader.write(piece);
      return [serializeXml(reader.close()), places];
    };
    const whole = told([text]);
    for (let at = 0; at <= text.length; at += 1) {
      expect(told([text.slice(0, at), text.slice(at)])).to.deep.equal(whole);
    }
  });

  it('answers any text with a tree or an error that names a place in it', () => {
    fc.assert(
      fc.property(fc.array(markup, { maxLength: 30 }), fc.boolean(), (tokens, lenient) => {
        const text = tokens.join('');
        try {
          parseXml(text, 'f', lenient ? { onProblem: () => undefined } : {});
        } catch (error) {
          if (!(error instanceof XmlParseError)) throw error;
          expect(error.line).to.be.within(1, text.split(/\r\n?|\n/).length);
          expect(error.column).to.be.within(1, text.length + 1);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

const markup = fc.oneof(
  fc.constantFrom(...'<>/!?="\'&;: \n\r\t-[]a', '<a>', '</a>', '<a ', '<!--', '-->', '<![CDATA['),
  fc.constantFrom(']]>', '<?x ', '?>', '<?xml version="1.0"?>', '<!DOCTYPE a [', '&lt;', '&#x41;'),
  fc.constantFrom('p:', 'xmlns:p="u" ', 'b="1" ', '<p:a/>', '\0', '\u0001', '\uD800', '\uFEFF'),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
