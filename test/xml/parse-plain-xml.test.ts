import { expect } from 'chai';
import fc from 'fast-check';
import { parsePlainXml } from '../../src/xml/parse-plain-xml.ts';
import { XmlReader } from '../../src/xml/parse-xml-carefully.ts';
import type { XmlElement } from '../../src/xml/xml-element.ts';

const DOCUMENT = `<?xml version="1.0"?>
<h:html xmlns:h="urn:h" xmlns="urn:d" lang='en'>
  <!-- a comment --><h:head a="1" h:a="2" xml:lang="sw"/>
  <body class="x &lt; &#9;y
z">text &amp; more<!-- inside --> text<b xmlns="" xmlns:q="urn:q" q:c=""><q:d/></b></body
  ></h:html>
`;

/** What the careful parser says: the tree, or `undefined` for a fault. */
function careful(text: string): XmlElement | undefined {
  try {
    const reader = new XmlReader('f');
    reader.write(text);
    return reader.close();
  } catch {
    return undefined;
  }
}

const SNIPPETS = [
  ...'<>/="\'&;:!?-[] \n\ta1',
  '\r\n',
  '<a>',
  '</a>',
  '<a/>',
  ' a="1"',
  ' h:a="1"',
  ' xmlns=""',
  ' xmlns:h="urn:d"',
  ' xmlns:xml="urn:x"',
  'xmlns',
  '<!-- -->',
  '--',
  '<![CDATA[x]]>',
  ']]>',
  '<?x y?>',
  '<!DOCTYPE a>',
  '&amp;',
  '&nbsp;',
  '&#0;',
  '&#13;',
  '&#x41;',
  '&toString;',
  '\u00e9',
  '\ufeff',
  '\ud83d\ude00',
  '\u000b',
];

describe('parsePlainXml', () => {
  it('reads an ordinary document to the same tree as the careful parser', () => {
    const tree = parsePlainXml(DOCUMENT.replace('\n  >', '>'), 100);
    expect(tree).to.not.equal(undefined);
    expect(tree).to.deep.equal(careful(DOCUMENT.replace('\n  >', '>')));
  });

  it('reads lines as Windows ends them', () => {
    const tree = parsePlainXml('<a>\r\n<b c="1\r\n2"/>\r</a>', 100);
    expect(tree).to.deep.equal(careful('<a>\r\n<b c="1\r\n2"/>\r</a>'));
  });

  it('never reads what the careful parser refuses or reads in another way', () => {
    const change = fc.record({
      at: fc.nat(DOCUMENT.length),
      remove: fc.nat(4),
      insert: fc.constantFrom(...SNIPPETS),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        let text = DOCUMENT;
        for (const { at, remove, insert } of changes)
          text = text.slice(0, at) + insert + text.slice(at + remove);
        const tree = parsePlainXml(text, 100);
        if (tree !== undefined) expect(tree).to.deep.equal(careful(text));
      }),
      { numRuns: 3000 },
    );
  });

  for (const [title, text] of [
    ['a document that is deeper than is allowed', '<a>'.repeat(101) + '</a>'.repeat(101)],
    ['a document without an end', '<a><b></b>'],
    [
      'an attribute that is there twice by two prefixes',
      '<a xmlns:p="u" xmlns:q="u" p:b="" q:b=""/>',
    ],
    ['a reference to what is no character', '<a>&#65535;</a>'],
  ] as const) {
    it(`leaves ${title} to the careful parser`, () => {
      expect(parsePlainXml(text, 100)).to.equal(undefined);
    });
  }
});
