import { nepaliDay } from '../../xpath/calendar.ts';
import { calendarWord, type CalendarWord } from './calendar-word.ts';

/** A day as a calendar counts it; months and days count from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A way to count days in years and months. Days between calendars are numbers: those since 1970-01-01. */
export interface Calendar {
  /** How many months a year has. */
  readonly months: number;
  /** The mean lengths of a year and of a month in days, by which {@link dayNumberOf} looks. */
  readonly yearLength: number;
  readonly monthLength: number;
  /** The day of that number, or `undefined` where the calendar is not known. */
  readonly dayAt: (dayNumber: number) => CalendarDay | undefined;
  /** The names of the months in a language (BCP 47), the first month first. */
  readonly monthNames: (language: string) => readonly string[];
}

/** A calendar that the platform knows by its Unicode name (`ethiopic`). */
function platformCalendar(name: string, months: number, yearLength: number): Calendar {
  // Where there are thirteen, the last is a few days only.
  const monthLength = months === 13 ? 30 : yearLength / months;
  const format = new Intl.DateTimeFormat('en-u-nu-latn', {
    ...{ calendar: name, timeZone: 'UTC' },
    ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
  });
  const dayAt = (dayNumber: number) => dayOf(format.formatToParts(dayNumber * DAY));
  const calendar = { months, yearLength, monthLength, dayAt };
  return { ...calendar, monthNames: (language) => monthNames(calendar, name, language) };
}

const DAY = 86_400_000;

function dayOf(parts: readonly Intl.DateTimeFormatPart[]): CalendarDay {
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((each) => each.type === type)?.value);
  return { year: part('year'), month: part('month'), day: part('day') };
}

function monthNames(
  calendar: Omit<Calendar, 'monthNames'>,
  name: string,
  language: string,
): readonly string[] {
  const format = new Intl.DateTimeFormat(language, {
    ...{ calendar: name, timeZone: 'UTC', month: 'long' },
  });
  const { year } = calendar.dayAt(SOME_DAY)!;
  return Array.from({ length: calendar.months }, (_, at) => {
    const first = dayNumberOf(calendar, { year, month: at + 1, day: 1 });
    return first === undefined ? String(at + 1) : format.format(first * DAY);
  });
}

/** The names of months are the same in every year. */
const SOME_DAY = 20_000;

const NEPALI_MONTHS = 'बैशाख जेठ असार साउन भदौ असोज कात्तिक मंसिर पुस माघ फागुन चैत'.split(' ');
const NEPALI_MONTHS_LATIN =
  'Baishakh Jestha Ashadh Shrawan Bhadra Ashwin Kartik Mangsir Poush Magh Falgun Chaitra'.split(
    ' ',
  );

/** The calendar of Nepal. No rule gives its months: it is known for the years 2000 to 2090 alone. */
const bikramSambat: Calendar = {
  months: 12,
  yearLength: 365.25,
  monthLength: 30.44,
  dayAt: knownNepaliDay,
  monthNames: (language) => (/^(ne|hi|mai)\b/.test(language) ? NEPALI_MONTHS : NEPALI_MONTHS_LATIN),
};

function knownNepaliDay(dayNumber: number): CalendarDay | undefined {
  try {
    return nepaliDay(dayNumber);
  } catch {
    return undefined;
  }
}

const gregorian = platformCalendar('gregory', 12, 365.2425);

const CALENDARS: Readonly<Record<CalendarWord, Calendar>> = {
  ethiopian: platformCalendar('ethiopic', 13, 365.25),
  coptic: platformCalendar('coptic', 13, 365.25),
  islamic: platformCalendar('islamic-umalqura', 12, 354.367),
  persian: platformCalendar('persian', 12, 365.2422),
  'bikram-sambat': bikramSambat,
  nepali: bikramSambat,
};

/** The calendar that an appearance asks for; the Gregorian one where it says nothing of it. */
export function calendarOf(appearance: readonly string[]): Calendar {
  const word = calendarWord(appearance);
  return word === undefined ? gregorian : CALENDARS[word];
}

/** True for the calendar in which dates are stored. */
export function isGregorian(calendar: Calendar): boolean {
  return calendar === gregorian;
}

/**
 * The number of a day, or `undefined` where there is no such day: the 31st of a month of 30. Looks from an estimate on, so that a
 * calendar needs to know but one direction.
 */
export function dayNumberOf(
  calendar: Omit<Calendar, 'monthNames'>,
  wanted: CalendarDay,
): number | undefined {
  let at = SOME_DAY;
  for (let step = 0; step < 20; step += 1) {
    const found = calendar.dayAt(at);
    if (found === undefined) return undefined;
    const distance = daysBetween(found, wanted, calendar);
    if (distance === 0) break;
    at += distance;
  }
  return [0, 1, -1, 2, -2].map((by) => at + by).find((day) => isSame(calendar.dayAt(day), wanted));
}

function daysBetween(
  from: CalendarDay,
  to: CalendarDay,
  { yearLength, monthLength }: Pick<Calendar, 'yearLength' | 'monthLength'>,
): number {
  const months = (to.month - from.month) * monthLength;
  return Math.round((to.year - from.year) * yearLength + months + (to.day - from.day));
}

function isSame(one: CalendarDay | undefined, other: CalendarDay): boolean {
  return one?.year === other.year && one.month === other.month && one.day === other.day;
}

/** The number of the day of a lexical date (`2026-11-22`), or `undefined` for other text. */
export function dayNumberOfDate(lexical: string): number | undefined {
  const [, date] = /^(\d{4,6}-\d\d-\d\d)/.exec(lexical) ?? [];
  const time = date === undefined ? NaN : Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) ? undefined : time / DAY;
}

/** The lexical date of a day number. */
export function dateOfDayNumber(dayNumber: number): string {
  return new Date(dayNumber * DAY).toISOString().replace(/T.*/, '');
}
