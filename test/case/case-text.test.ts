import { expect } from 'chai';
import fc from 'fast-check';
import { isDate, isDateTime } from '../../src/case/case-text.ts';

describe('dates of cases', () => {
  it('are days that exist', () => {
    const part = (end: number) => fc.nat(end).map((n) => String(n).padStart(2, '0'));
    const year = fc.constantFrom('1899', '1900', '2000', '2023', '2024', '12026');
    fc.assert(
      fc.property(year, part(13), part(33), (y, month, day) => {
        const date = new Date(Date.UTC(Number(y), Number(month) - 1, Number(day)));
        const exists =
          date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
        expect(isDate(`${y}-${month}-${day}`)).to.equal(exists);
        expect(isDateTime(`${y}-${month}-${day}T10:00Z`)).to.equal(exists);
      }),
      { numRuns: 1000 },
    );
  });

  it('may have a time, with fractions and an offset', () => {
    for (const text of [
      '',
      'T23:59',
      'T00:00:00',
      'T10:00:00.000000Z',
      'T10:00:00.5+03',
      'T10:00+03:00',
      'T10:00:00-0330',
    ]) {
      expect(isDateTime(`2026-02-03${text}`), text).to.equal(true);
    }
    for (const text of [
      'T',
      'T24:00',
      'T10',
      'T10:60',
      'T10:00T10:00',
      'T10:00:00.',
      ' 10:00',
      'Z',
    ]) {
      expect(isDateTime(`2026-02-03${text}`), text).to.equal(false);
    }
    for (const text of ['', '2026-2-3', '26-02-03', 'x2026-02-03', '2026-02-03x']) {
      expect(isDate(text), text).to.equal(false);
      expect(isDateTime(text), text).to.equal(false);
    }
    expect(isDate('2026-02-03T10:00')).to.equal(false);
  });
});
