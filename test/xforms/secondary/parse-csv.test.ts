import { expect } from 'chai';
import { parseCsv } from '../../../src/xforms/secondary/parse-csv.ts';

const CITIES = {
  columns: ['name', 'label'],
  rows: [
    ['ams', 'Amsterdam'],
    ['rot', 'Rotterdam'],
  ],
};

describe('parseCsv', () => {
  for (const [title, delimiter] of [
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
    ['bars', '|'],
  ] as const) {
    it(`reads cells between ${title}`, () => {
      const text = `name,label\nams,Amsterdam\nrot,Rotterdam\n`.replaceAll(',', delimiter);
      expect(parseCsv(text, 'cities.csv')).to.deep.equal(CITIES);
    });
  }

  for (const [title, end] of [
    ['Windows', '\r\n'],
    ['old Macs', '\r'],
  ] as const) {
    it(`reads the line ends of ${title}`, () => {
      const text = ['name,label', 'ams,Amsterdam', 'rot,Rotterdam', ''].join(end);
      expect(parseCsv(text, 'cities.csv')).to.deep.equal(CITIES);
    });
  }

  it('takes the delimiter from the header, whatever quoted cells contain', () => {
    const { columns, rows } = parseCsv('"a;b","c;d;e"\n1,"2;3;4"', 'x.csv');
    expect(columns).to.deep.equal(['a;b', 'c;d;e']);
    expect(rows).to.deep.equal([['1', '2;3;4']]);
  });

  it('keeps delimiters, line ends and doubled quotes inside quotes', () => {
    const { rows } = parseCsv('name,label\na,"one, ""two""\nthree"\n', 'x.csv');
    expect(rows).to.deep.equal([['a', 'one, "two"\nthree']]);
  });

  it('fills short rows up, cuts empty cells off, and leaves rows without text out', () => {
    const { rows } = parseCsv('a,b\n1\n\n2,3,,\n,,\n', 'x.csv');
    expect(rows).to.deep.equal([
      ['1', ''],
      ['2', '3'],
    ]);
  });

  it('takes a file with one column, a header alone, or nothing', () => {
    expect(parseCsv('name\nams', 'x.csv')).to.deep.equal({ columns: ['name'], rows: [['ams']] });
    expect(parseCsv('name,label\n', 'x.csv').rows).to.deep.equal([]);
    expect(parseCsv('', 'x.csv')).to.deep.equal({ columns: [], rows: [] });
  });

  for (const [title, text, message] of [
    ['a row with too many cells', 'a,b\n"1\n",2\n1,2,3', /^x\.csv, line 4: 3 cells, .* 2 columns$/],
    ['two columns of one name', 'a,b,a\n', /^x\.csv, line 1: two columns are called “a”$/],
    ['a column without a name', 'a,,b\n1,2,3', /^x\.csv, line 1: column 2 has no name$/],
    ['a NUL', 'a\n1\n\0', /^x\.csv, line 3: a NUL/],
    ['an open quote', 'a\n1\n"2', /^x\.csv, line 3: /],
  ] as const) {
    it(`names file and line of ${title}`, () => {
      expect(() => parseCsv(text, 'x.csv')).to.throw(message);
    });
  }
});
