import { expect } from 'chai';
import { readSecondaryInstance } from '../../../src/xforms/secondary/read-secondary-instance.ts';
import { compileXPath } from '../../../src/xpath/compile-xpath.ts';
import type { XPathScope } from '../../../src/xpath/xpath-scope.ts';
import { pinnedEnvironment } from '../../support/scenario.ts';

const XML = '<root><item><name>ams</name></item></root>';
const CSV = 'name\nams';
const GEOJSON = JSON.stringify({
  type: 'FeatureCollection',
  features: [{ type: 'Feature', geometry: null, properties: { name: 'ams' } }],
});

/** What an expression finds in `instance('x')`. */
function texts(expression: string, text: string, src: string): string[] {
  const document = readSecondaryInstance(text, src);
  const scope: XPathScope = {
    environment: pinnedEnvironment(),
    instance: () => document,
    variable: () => undefined,
    function: () => undefined,
  };
  const nodes = compileXPath(expression, 'odk').evaluateNodes(document, scope);
  return nodes.map((node) => node.text);
}

describe('readSecondaryInstance', () => {
  for (const [src, text] of [
    ['jr://file/cities.xml', XML],
    ['jr://file-csv/cities.csv', CSV],
    ['jr://file/cities.CSV', CSV],
    ['jr://file-csv/cities', CSV],
    ['jr://file/cities.geojson', GEOJSON],
    ['cities', `\uFEFF ${GEOJSON}`],
    ['cities', XML],
    ['cities.csv', `\uFEFF${CSV}`],
  ] as const) {
    it(`knows what ${src} is`, () => {
      expect(texts("instance('x')/root/item/name", text, src)).to.deep.equal(['ams']);
    });
  }

  it('answers equality on a column, its rows in order', () => {
    const csv = 'name,county\na,1\nb,2\nc,1\nd,\n';
    expect(texts("instance('x')/root/item[county = '1']/name", csv, 'x.csv')).to.deep.equal([
      'a',
      'c',
    ]);
    expect(texts("instance('x')/root/item[county = '']/name", csv, 'x.csv')).to.deep.equal(['d']);
    expect(texts("instance('x')/root/item[county = '3']/name", csv, 'x.csv')).to.deep.equal([]);
    expect(texts("instance('x')/root/item[nothing = '3']/name", csv, 'x.csv')).to.deep.equal([]);
  });

  it('walks rows and cells like any other tree', () => {
    const csv = 'name,county\na,1\nb,2\n';
    expect(texts("instance('x')/root/item[position() = 2]/*", csv, 'x.csv')).to.deep.equal([
      'b',
      '2',
    ]);
    expect(texts("instance('x')//county", csv, 'x.csv')).to.deep.equal(['1', '2']);
    expect(texts("instance('x')/root/item[name = 'b']/..", csv, 'x.csv')).to.deep.equal(['a1b2']);
    expect(
      texts("instance('x')/root/item/@id | instance('x')/root/other", csv, 'x.csv'),
    ).to.deep.equal([]);
  });

  it('answers equality among 50,000 rows from an index, the rows in order', () => {
    const rows = Array.from({ length: 50_000 }, (_, at) => `n${at},c${at % 5000}`);
    const document = readSecondaryInstance(['name,county', ...rows].join('\n'), 'big.csv');
    const root = document.children[0]!;
    expect(root.lookup?.('item', 'county', 'c77')?.map(({ index }) => index)).to.deep.equal(
      Array.from({ length: 10 }, (_, at) => 77 + at * 5000),
    );
  });
});
