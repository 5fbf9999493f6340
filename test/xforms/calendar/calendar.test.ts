import { expect } from 'chai';
import fc from 'fast-check';
import {
  calendarOf,
  dateOfDayNumber,
  dayNumberOf,
  dayNumberOfDate,
} from '../../../src/xforms/calendar/calendar.ts';

// Known pairs: the day in the calendar, and the same day as it is stored.
const known: readonly [string, number, number, number, string][] = [
  ['ethiopian', 2000, 1, 1, '2007-09-12'],
  ['ethiopian', 2011, 13, 6, '2019-09-11'],
  ['ethiopian', 2018, 13, 5, '2026-09-10'],
  ['coptic', 1743, 1, 1, '2026-09-11'],
  ['islamic', 1447, 9, 1, '2026-02-18'],
  ['persian', 1405, 1, 1, '2026-03-21'],
  ['bikram-sambat', 2000, 1, 1, '1943-04-14'],
  ['bikram-sambat', 2082, 8, 6, '2025-11-22'],
  ['', 2024, 2, 29, '2024-02-29'],
];

describe('calendars', () => {
  for (const [word, year, month, day, date] of known) {
    it(`know that ${word || 'gregorian'} ${year}-${month}-${day} is ${date}`, () => {
      const calendar = calendarOf([word]);
      expect(dayNumberOf(calendar, { year, month, day })).to.equal(dayNumberOfDate(date));
      expect(calendar.dayAt(dayNumberOfDate(date)!)).to.deep.include({ year, month, day });
    });
  }

  for (const word of ['ethiopian', 'coptic', 'islamic', 'persian', 'bikram-sambat', '']) {
    it(`find every day of ${word || 'the Gregorian calendar'} again`, () => {
      const calendar = calendarOf([word]);
      // 1944 to 2033: all of them know these.
      fc.assert(
        fc.property(fc.integer({ min: -9400, max: 23_000 }), (dayNumber) => {
          const found = calendar.dayAt(dayNumber)!;
          expect(dayNumberOf(calendar, found)).to.equal(dayNumber);
        }),
        { numRuns: 300 },
      );
    });
  }

  const absent: readonly [string, number, number, number][] = [
    ['ethiopian', 2018, 13, 6],
    ['ethiopian', 2018, 2, 31],
    ['islamic', 1447, 9, 31],
    ['', 2026, 2, 29],
    ['', 2026, 13, 1],
    ['bikram-sambat', 2300, 1, 1],
  ];
  for (const [word, year, month, day] of absent) {
    it(`have no ${word || 'gregorian'} ${year}-${month}-${day}`, () => {
      expect(dayNumberOf(calendarOf([word]), { year, month, day })).to.equal(undefined);
    });
  }

  it('name their months in the language of the reader', () => {
    expect(calendarOf(['ethiopian']).monthNames('am'))
      .to.have.length(13)
      .and.include('መስከረም');
    expect(calendarOf(['persian']).monthNames('fa')[0]).to.equal('فروردین');
    expect(calendarOf(['nepali']).monthNames('ne')[0]).to.equal('बैशाख');
    expect(calendarOf(['nepali']).monthNames('en')[0]).to.equal('Baishakh');
    expect(calendarOf([]).monthNames('fr')[1]).to.equal('février');
  });

  it('read and write dates as they are stored', () => {
    expect(dateOfDayNumber(dayNumberOfDate('2026-11-22')!)).to.equal('2026-11-22');
    expect(dayNumberOfDate('2026-11')).to.equal(undefined);
    expect(dayNumberOfDate('2026-13-77')).to.equal(undefined);
  });
});
