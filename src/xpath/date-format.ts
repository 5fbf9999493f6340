import type { CalendarDay } from './calendar.ts';
import { pad, shortOffsetText, timeOfDay, yearOfEra, type TimeOfDay } from './date-text.ts';
import type { Conversion } from './frame.ts';
import { zoneOffset } from './time-zone.ts';
import { dayNumberOf, westernDate, type WesternDate } from './western-date.ts';
import type { XPathDate } from './xpath-date.ts';
import { XPathEvaluationError } from './xpath-error.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** What a date shows where and when it is looked at. */
interface Moment extends WesternDate, TimeOfDay {
  readonly dayNumber: number;
  /** From 0, Sunday. */
  readonly weekday: number;
  /** Milliseconds ahead of UTC. */
  readonly offset: number;
  readonly monthName: string;
}

type Writer = (moment: Moment) => string;

/** What each letter after `%` writes. */
const COMMON: Readonly<Record<string, Writer>> = {
  Y: ({ year }) => pad(yearOfEra(year), 4),
  y: ({ year }) => pad(yearOfEra(year), 4).slice(2),
  m: ({ month }) => pad(month, 2),
  n: ({ month }) => String(month),
  b: ({ monthName }) => monthName.slice(0, 3),
  d: ({ day }) => pad(day, 2),
  e: ({ day }) => String(day),
  H: ({ hour }) => pad(hour, 2),
  h: ({ hour }) => String(hour),
  M: ({ minute }) => pad(minute, 2),
  S: ({ second }) => pad(second, 2),
  '3': ({ millisecond }) => pad(millisecond, 3),
  a: ({ weekday }) => DAYS[weekday]!.slice(0, 3),
  '%': () => '%',
};

const WRITERS: Readonly<Record<Conversion['dialect'], Readonly<Record<string, Writer>>>> = {
  commcare: {
    ...COMMON,
    B: ({ monthName }) => monthName,
    A: ({ weekday }) => DAYS[weekday]!,
    w: ({ weekday }) => String(weekday),
    Z: ({ offset }) => shortOffsetText(offset),
  },
  odk: {
    ...COMMON,
    W: (moment) => weekOfYear(moment),
  },
};

const DAY = 86_400_000;

/** Weeks begin on Sunday; the week of 1 January is the first, also for the days of December in it. */
function weekOfYear({ dayNumber, year }: Moment): string {
  const sunday = dayNumber - weekdayOf(dayNumber);
  if (westernDate(sunday + 6).year > year) return '1';
  const start = dayNumberOf(year, 1, 1);
  return String((sunday - start + weekdayOf(start)) / 7 + 1);
}

function weekdayOf(dayNumber: number): number {
  return (((dayNumber + 4) % 7) + 7) % 7;
}

function momentOf(date: XPathDate, { dialect, timeZone }: Conversion): Moment {
  const offset = zoneOffset(date.time, timeZone);
  const wall = date.time + offset;
  const dayNumber = Math.floor(wall / DAY);
  const day = westernDate(dayNumber);
  return {
    ...day,
    ...timeOfDay(wall),
    dayNumber,
    // JavaRosa names the day of the week as if the calendar had always been the Gregorian one.
    weekday: dialect === 'odk' ? gregorianWeekday(day) : weekdayOf(dayNumber),
    offset,
    monthName: MONTHS[day.month - 1]!,
  };
}

/** The Gregorian calendar repeats itself every 400 years, weekdays included. */
function gregorianWeekday({ year, month, day }: WesternDate): number {
  return weekdayOf(dayNumberOf(2000 + (year % 400), month, day));
}

/** Writes a date after a pattern such as `%d/%m/%Y`. Throws for a letter that the dialect does not know. */
export function formatDate(date: XPathDate, format: string, conversion: Conversion): string {
  return writeDate(momentOf(date, conversion), format, WRITERS[conversion.dialect]);
}

/** The same with the day of another calendar. */
export function formatCalendarDay(
  date: XPathDate,
  day: CalendarDay,
  format: string,
  conversion: Conversion,
): string {
  return writeDate({ ...momentOf(date, conversion), ...day }, format, WRITERS[conversion.dialect]);
}

function writeDate(
  moment: Moment,
  format: string,
  writers: Readonly<Record<string, Writer>>,
): string {
  return format.replace(/%([^]?)/gu, (_, letter: string) => {
    if (Object.hasOwn(writers, letter)) return writers[letter]!(moment);
    throw unknownLetter(letter, writers);
  });
}

function unknownLetter(
  letter: string,
  writers: Readonly<Record<string, Writer>>,
): XPathEvaluationError {
  if (letter === '') {
    return new XPathEvaluationError('A date format ends with %; write %% for the sign itself');
  }
  const known = Object.keys(writers).map((each) => `%${each}`);
  return new XPathEvaluationError(`A date format has no %${letter}; it knows ${known.join(' ')}`);
}
