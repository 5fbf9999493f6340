import { expect } from 'chai';
import { parseGeojson } from '../../../src/xforms/secondary/parse-geojson.ts';
import type { Table } from '../../../src/xforms/secondary/table.ts';

const POINT = { type: 'Point', coordinates: [21.75, 38.25, 7] };

function read(...features: readonly object[]): Table {
  const items = features.map((feature) => ({ type: 'Feature', ...feature }));
  return parseGeojson(JSON.stringify({ type: 'FeatureCollection', features: items }), 'x.geojson');
}

/** The cells that are there, by column. */
function cells({ columns, rows }: Table, row = 0): Record<string, string> {
  const named = columns.map((column, at) => [column, rows[row]?.[at]] as const);
  return Object.fromEntries(
    named.filter((cell): cell is [string, string] => cell[1] !== undefined),
  );
}

describe('parseGeojson', () => {
  it('writes a geometry as ODK does, latitude first', () => {
    const line = [
      [1, 2],
      [3, 4.5],
    ];
    const table = read(
      { geometry: POINT },
      { geometry: { type: 'LineString', coordinates: line } },
      { geometry: { type: 'Polygon', coordinates: [[...line, [1, 2]], line] } },
      { geometry: { type: 'Polygon', coordinates: [] } },
    );
    expect(table.rows).to.deep.equal([
      ['38.25 21.75 0 0'],
      ['2 1 0 0; 4.5 3 0 0'],
      ['2 1 0 0; 4.5 3 0 0; 2 1 0 0'],
      [''],
    ]);
  });

  it('makes texts of properties, and leaves those out that are null', () => {
    const properties = { name: 'A', size: 2161000, open: true, note: null, tags: ['x'] };
    expect(cells(read({ properties, geometry: null }))).to.deep.equal({
      name: 'A',
      size: '2161000',
      open: 'true',
      tags: '["x"]',
    });
  });

  it('has all columns that occur, and for each feature those that it has', () => {
    const table = read(
      { properties: { a: '1' } },
      { properties: { b: '2' } },
      { properties: null },
    );
    expect(table.columns).to.deep.equal(['a', 'b']);
    expect([0, 1, 2].map((row) => cells(table, row))).to.deep.equal([{ a: '1' }, { b: '2' }, {}]);
  });

  it('takes the id of the feature before a property of that name', () => {
    const table = read({ id: 67, properties: { id: 'p' } }, { properties: { id: 'q' } });
    expect(table.rows.flat()).to.deep.equal(['67', 'q']);
  });

  for (const [title, text, message] of [
    ['text that is no JSON', '{"type": ', /^x\.geojson: no JSON: /],
    ['another type', '{"type":"Feature"}', /^x\.geojson: not a GeoJSON FeatureCollection$/],
    ['missing features', '{"type":"FeatureCollection"}', /^x\.geojson: .* no array “features”$/],
    [
      'a feature that is none',
      '{"type":"FeatureCollection","features":[{"type":"Point"}]}',
      /^x\.geojson: feature 1 is not of the type “Feature”$/,
    ],
  ] as const) {
    it(`names the file and the fault: ${title}`, () => {
      expect(() => parseGeojson(text, 'x.geojson')).to.throw(message);
    });
  }

  it('names the feature whose geometry cannot be read', () => {
    const multi = { geometry: { type: 'MultiPoint', coordinates: [] } };
    expect(() => read({ geometry: POINT }, multi)).to.throw(/feature 2 has .*“MultiPoint”; only/);
    const text = { geometry: { type: 'Point', coordinates: ['1', '2'] } };
    expect(() => read(text)).to.throw(/feature 1 has coordinates that are not numbers/);
  });
});
