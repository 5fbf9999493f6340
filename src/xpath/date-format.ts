import type { CalendarDay } from './calendar.ts';
import { pad, shortOffsetText } from './date-text.ts';
import type { Conversion } from './frame.ts';
import { zoneOffset } from './time-zone.ts';
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

type Writer = (wall: Date, offset: number) => string;

/** What each letter after `%` writes, by the wall clock. */
const COMMON: Readonly<Record<string, Writer>> = {
  Y: (wall) => pad(wall.getUTCFullYear(), 4),
  y: (wall) => pad(wall.getUTCFullYear(), 4).slice(-2),
  m: (wall) => pad(wall.getUTCMonth() + 1, 2),
  n: (wall) => String(wall.getUTCMonth() + 1),
  b: (wall) => MONTHS[wall.getUTCMonth()]!.slice(0, 3),
  d: (wall) => pad(wall.getUTCDate(), 2),
  e: (wall) => String(wall.getUTCDate()),
  H: (wall) => pad(wall.getUTCHours(), 2),
  h: (wall) => String(wall.getUTCHours()),
  M: (wall) => pad(wall.getUTCMinutes(), 2),
  S: (wall) => pad(wall.getUTCSeconds(), 2),
  '3': (wall) => pad(wall.getUTCMilliseconds(), 3),
  a: (wall) => DAYS[wall.getUTCDay()]!.slice(0, 3),
  '%': () => '%',
};

const WRITERS: Readonly<Record<Conversion['dialect'], Readonly<Record<string, Writer>>>> = {
  commcare: {
    ...COMMON,
    B: (wall) => MONTHS[wall.getUTCMonth()]!,
    A: (wall) => DAYS[wall.getUTCDay()]!,
    w: (wall) => String(wall.getUTCDay()),
    Z: (_, offset) => shortOffsetText(offset),
  },
  odk: {
    ...COMMON,
    W: (wall) => weekOfYear(wall),
  },
};

const DAY = 86_400_000;

/** Weeks begin on Sunday; the week of 1 January is the first, also for the days of December in it. */
function weekOfYear(wall: Date): string {
  const year = wall.getUTCFullYear();
  const saturday = new Date(wall.getTime() + (6 - wall.getUTCDay()) * DAY);
  if (saturday.getUTCFullYear() > year) return '1';
  const start = new Date(Date.UTC(year, 0, 1));
  const days = Math.floor((wall.getTime() - start.getTime()) / DAY) + start.getUTCDay();
  return String(Math.floor(days / 7) + 1);
}

/** Writes a date after a pattern such as `%d/%m/%Y`. Throws for a letter that the dialect does not know. */
export function formatDate(date: XPathDate, format: string, conversion: Conversion): string {
  const offset = zoneOffset(date.time, conversion.timeZone);
  return writeDate(new Date(date.time + offset), offset, format, WRITERS[conversion.dialect]);
}

/** The same in another calendar. */
export function formatCalendarDay(
  date: XPathDate,
  { year, month, day, monthName }: CalendarDay,
  format: string,
  conversion: Conversion,
): string {
  const offset = zoneOffset(date.time, conversion.timeZone);
  const writers: Readonly<Record<string, Writer>> = {
    ...WRITERS[conversion.dialect],
    Y: () => pad(year, 4),
    y: () => pad(year, 4).slice(-2),
    m: () => pad(month, 2),
    n: () => String(month),
    B: () => monthName,
    b: () => monthName.slice(0, 3),
    d: () => pad(day, 2),
    e: () => String(day),
  };
  return writeDate(new Date(date.time + offset), offset, format, writers);
}

function writeDate(
  wall: Date,
  offset: number,
  format: string,
  writers: Readonly<Record<string, Writer>>,
): string {
  return format.replace(/%([^]?)/gu, (_, letter: string) => {
    if (Object.hasOwn(writers, letter)) return writers[letter]!(wall, offset);
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
