import { expect } from 'chai';
import fc from 'fast-check';
import { dateTimeText, dayNumber, parseDate } from '../../src/xpath/date-text.ts';
import { zonedTime, zoneOffset } from '../../src/xpath/time-zone.ts';
import { evaluate, tree } from './test-scope.ts';

const HOUR = 3_600_000;
const ZONES = [
  'UTC',
  'America/New_York',
  'Asia/Kolkata',
  'Africa/Nairobi',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/Sao_Paulo',
];
const nowhere = tree('<data/>');

describe('a time zone', () => {
  it('has the offset of the season', () => {
    const offset = (text: string) => zoneOffset(Date.parse(text), 'America/New_York') / HOUR;
    expect(offset('2026-01-15T12:00:00Z')).to.equal(-5);
    expect(offset('2026-07-15T12:00:00Z')).to.equal(-4);
    expect(offset('2026-03-08T06:59:59Z')).to.equal(-5);
    expect(offset('2026-03-08T07:00:00Z')).to.equal(-4);
  });

  it('agrees with Intl at any time', () => {
    const time = fc.integer({ min: Date.UTC(1950, 0), max: Date.UTC(2080, 0) });
    fc.assert(
      fc.property(time, fc.constantFrom(...ZONES), (at, timeZone) => {
        const whole = Math.floor(at / 1000) * 1000;
        const text = new Intl.DateTimeFormat('sv-SE', {
          timeZone,
          dateStyle: 'short',
          timeStyle: 'medium',
        }).format(whole);
        expect(new Date(whole + zoneOffset(whole, timeZone)).toISOString().slice(0, 19)).to.equal(
          text.replace(' ', 'T'),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('moves a time that is skipped behind the change, and takes the first of one that comes twice', () => {
    const local = (wall: string) =>
      new Date(zonedTime(Date.parse(`${wall}Z`), 'America/New_York')).toISOString();
    expect(local('2026-03-08T02:30:00')).to.equal('2026-03-08T07:30:00.000Z');
    expect(local('2026-11-01T01:30:00')).to.equal('2026-11-01T05:30:00.000Z');
  });
});

describe('a date', () => {
  it('keeps its day in every zone, in text and as a number', () => {
    const day = fc.integer({ min: -20_000, max: 40_000 });
    fc.assert(
      fc.property(day, fc.constantFrom(...ZONES), (number, timeZone) => {
        const text = new Date(number * 24 * HOUR).toISOString().slice(0, 10);
        expect(dayNumber(parseDate(text, timeZone)!, timeZone)).to.equal(number);
        expect(evaluate(`string(date(${number}))`, nowhere, { timeZone })).to.equal(text);
      }),
      { numRuns: 300 },
    );
  });

  it('with time is read back from its own text', () => {
    const time = fc.integer({ min: Date.UTC(1950, 0), max: Date.UTC(2080, 0) });
    fc.assert(
      fc.property(time, fc.constantFrom(...ZONES), (at, timeZone) => {
        const text = dateTimeText({ time: at, hasTime: true }, { dialect: 'odk', timeZone });
        expect(parseDate(text, timeZone)?.time).to.equal(at);
      }),
      { numRuns: 300 },
    );
  });

  it('of today begins with the local midnight', () => {
    const timeZone = 'America/New_York';
    expect(
      evaluate('string(today())', nowhere, { timeZone, now: '2026-03-15T02:00:00Z' }),
    ).to.equal('2026-03-14');
    expect(
      evaluate('now() - today()', nowhere, { timeZone, now: '2026-03-08T18:00:00Z' }),
    ).to.equal(0);
    expect(
      evaluate("format-date(date(today() + 1), '%Y-%m-%d %H:%M')", nowhere, {
        timeZone,
        now: '2026-03-08T05:30:00Z',
      }),
    ).to.equal('2026-03-09 00:00');
  });

  for (const text of [
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '15-03-2026',
    '2026/03/15',
    '2026-03-15T25:00',
    ' 2026-03-15',
    'today',
  ]) {
    it(`is not read from “${text}”`, () => {
      expect(parseDate(text, 'UTC')).to.equal(undefined);
    });
  }
});

describe('a number as a date in ODK', () => {
  const format = (source: string) =>
    evaluate(`format-date(${source}, '%d %H:%M')`, nowhere, {
      dialect: 'odk',
      timeZone: 'America/New_York',
    });

  it('is a day of the calendar when it is whole, also west of Greenwich', () => {
    expect(format("date('2026-03-15') + 1")).to.equal('16 00:00');
  });

  it('is an instant in UTC when it has a fraction, as decimal-date-time() gives it', () => {
    expect(format("decimal-date-time('2026-03-15T10:30:00Z')")).to.equal('15 06:30');
  });
});
