import { expect } from 'chai';
import fc from 'fast-check';
import { dayNumberOf, westernDate } from '../../src/xpath/western-date.ts';
import { zonedTime, zoneOffset } from '../../src/xpath/time-zone.ts';
import { evaluate, tree } from './test-scope.ts';

const DAY = 86_400_000;
const nowhere = tree('<data/>');

describe('the calendar', () => {
  it('is that of Date since 1582-10-15', () => {
    fc.assert(
      fc.property(fc.integer({ min: -141_427, max: 10_000_000 }), (number) => {
        const date = new Date(number * DAY);
        expect(westernDate(number)).to.deep.equal({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
      }),
    );
  });

  it('comes back to the same number from every date', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000_000, max: 3_000_000 }), (number) => {
        const { year, month, day } = westernDate(number);
        expect(dayNumberOf(year, month, day)).to.equal(number);
      }),
    );
  });

  it('goes from Thursday, 4 October 1582, to Friday, 15 October', () => {
    const written = (date: string) => evaluate(`format-date('${date}', '%A %d')`, nowhere);
    expect(dayNumberOf(1582, 10, 15) - dayNumberOf(1582, 10, 4)).to.equal(1);
    expect([written('1582-10-04'), written('1582-10-15')]).to.deep.equal([
      'Thursday 04',
      'Friday 15',
    ]);
  });

  it('takes a day that was left out for a Julian one', () => {
    expect(evaluate("string(date('1582-10-12'))", nowhere)).to.equal('1582-10-22');
  });

  it('has a leap day every fourth year before, and writes years before the first without a sign', () => {
    expect(dayNumberOf(1500, 3, 1) - dayNumberOf(1500, 2, 28)).to.equal(2);
    expect(evaluate("string(date(date('0001-01-01') - 1))", nowhere)).to.equal('1-12-31');
  });

  it('writes the last two digits of a year that has more than four as Java does', () => {
    expect(evaluate("format-date(date(-100000000), '%Y %y')", nowhere)).to.equal('271817 1817');
  });

  it('counts as many days as 32 bits hold, and no more', () => {
    expect(evaluate('number(date(2147483647))', nowhere)).to.equal(2_147_483_647);
    expect(() => evaluate('date(2147483648)', nowhere)).to.throw('out of range');
  });
});

describe('a time zone before 1900', () => {
  it('has its standard time of today', () => {
    for (const [zone, hours] of Object.entries({ 'America/New_York': -5, 'Asia/Kolkata': 5.5 })) {
      expect(zoneOffset(Date.UTC(1850, 6, 1), zone)).to.equal(hours * 3_600_000);
      expect(zonedTime(Date.UTC(1600, 0, 1), zone)).to.equal(
        Date.UTC(1600, 0, 1) - hours * 3_600_000,
      );
    }
  });
});
