import { expect } from 'chai';
import type { DetailField, DetailSort } from '../../src/suite/detail.ts';
import type { ListRow } from '../../src/suite/screen.ts';
import { searchRows } from '../../src/suite/search-rows.ts';
import { groupRows, sortKey, sortRows } from '../../src/suite/sort-rows.ts';

function field(sort: Partial<DetailSort> | undefined, header = 'Header'): DetailField {
  const full: DetailSort = {
    type: 'string',
    order: 1,
    direction: 'ascending',
    blanksLast: false,
    text: undefined,
    ...sort,
  };
  const cell = { form: '', width: undefined, text: { kind: 'plain', text: header } } as const;
  return {
    header: cell,
    template: cell,
    sort: sort && full,
    relevant: undefined,
    grid: undefined,
    alternative: undefined,
    endpoint: undefined,
  };
}

/** Rows of these cells, one text a cell; the id is the cells together. */
function rowsOf(fields: readonly DetailField[], rows: readonly (readonly string[])[]): ListRow[] {
  return rows.map((cells) => ({
    id: cells.join('|'),
    cells,
    cell: (column) => cells[column]!,
    sortKey: (column) => sortKey(fields[column]?.sort, cells[column]!),
    group: undefined,
  }));
}

function sorted(fields: readonly DetailField[], ...rows: readonly (readonly string[])[]): string[] {
  return sortRows(rowsOf(fields, rows), fields).map(({ id }) => id);
}

describe('sorting rows', () => {
  const values = [['b'], [''], ['C'], ['a']];

  for (const [direction, blanksLast, expected] of [
    ['ascending', false, ['', 'a', 'b', 'C']],
    ['ascending', true, ['a', 'b', 'C', '']],
    ['descending', false, ['', 'C', 'b', 'a']],
    ['descending', true, ['C', 'b', 'a', '']],
  ] as const) {
    it(`${direction}, blanks ${blanksLast ? 'last' : 'first'}, and case does not count`, () => {
      expect(sorted([field({ direction, blanksLast })], ...values)).to.deep.equal(expected);
    });
  }

  it('numbers sort as numbers, an int without its fraction, and what is none comes after', () => {
    const numbers = [['10'], ['x'], ['9.9'], ['9.1'], ['-1']];
    expect(sorted([field({ type: 'double' })], ...numbers)).to.deep.equal([
      '-1',
      '9.1',
      '9.9',
      '10',
      'x',
    ]);
    expect(sorted([field({ type: 'int' })], ...numbers)).to.deep.equal([
      '-1',
      '9.9',
      '9.1',
      '10',
      'x',
    ]);
  });

  it('the column of the lower order counts first, the next where it is equal', () => {
    const fields = [field({ order: 2 }), field({ order: 1 })];
    expect(sorted(fields, ['b', '1'], ['a', '2'], ['a', '1'])).to.deep.equal(['a|1', 'b|1', 'a|2']);
  });

  it('an order below 0 counts before 1', () => {
    const fields = [field({ order: 1 }), field({ order: -2 })];
    expect(sorted(fields, ['a', '2'], ['b', '1'])).to.deep.equal(['b|1', 'a|2']);
  });

  it('without an order the first column with a header counts', () => {
    const fields = [field(undefined, ''), field(undefined)];
    expect(sorted(fields, ['1', 'b'], ['2', 'a'])).to.deep.equal(['2|a', '1|b']);
  });

  it('rows of one group come together where the first of them stands', () => {
    const rows = ['a1', 'b1', 'a2'].map((id) => ({
      id,
      cells: [id],
      cell: () => id,
      sortKey: () => id,
      group: id.charAt(0),
    }));
    expect(groupRows(rows).map(({ id }) => id)).to.deep.equal(['a1', 'a2', 'b1']);
  });
});

describe('searching rows', () => {
  const rows = rowsOf(
    [],
    [
      ['Zoé Kamara', 'Bo'],
      ['Hawa Bangura', 'Kenema'],
    ],
  );

  for (const [text, expected] of [
    ['zoe', ['Zoé Kamara|Bo']],
    ['BO kam', ['Zoé Kamara|Bo']],
    ['zoe kenema', []],
    ['  ', ['Zoé Kamara|Bo', 'Hawa Bangura|Kenema']],
    ['a', ['Zoé Kamara|Bo', 'Hawa Bangura|Kenema']],
  ] as const) {
    it(`“${text}” finds ${expected.length}: every word in some column, whatever its case and accents`, () => {
      expect(searchRows(rows, text).map(({ id }) => id)).to.deep.equal(expected);
    });
  }
});
