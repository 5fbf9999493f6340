/** A day of the Western calendar. Months count from 1; the year before 1 is 0. */
export interface WesternDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** 1582-10-15, the first day of the Gregorian calendar. The day before it was 1582-10-04 of the Julian one. */
const FIRST_GREGORIAN_DAY = -141_427;

/** The day number of 1 March of the year 0. */
const GREGORIAN_START = -719_468;
const JULIAN_START = -719_470;

/**
 * The day number, from 1970-01-01, of a date in the calendar of its time: Gregorian from 1582-10-15 on, Julian before, as
 * Java counts for CommCare and ODK. Days that were left out in between are taken for Julian ones.
 */
export function dayNumberOf(year: number, month: number, day: number): number {
  // Years that begin in March have their leap day at the end.
  const marchYear = month > 2 ? year : year - 1;
  const days = 365 * marchYear + Math.floor(marchYear / 4) + daysBefore((month + 9) % 12) + day - 1;
  const gregorian =
    days - Math.floor(marchYear / 100) + Math.floor(marchYear / 400) + GREGORIAN_START;
  return gregorian >= FIRST_GREGORIAN_DAY ? gregorian : days + JULIAN_START;
}

/** The date of a day number in the calendar of its time. */
export function westernDate(dayNumber: number): WesternDate {
  const [marchYear, dayOfYear] =
    dayNumber >= FIRST_GREGORIAN_DAY
      ? gregorianYear(dayNumber - GREGORIAN_START)
      : yearOfFour(dayNumber - JULIAN_START);
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  return {
    year: month < 10 ? marchYear : marchYear + 1,
    month: month < 10 ? month + 3 : month - 9,
    day: dayOfYear - daysBefore(month) + 1,
  };
}

/** Days of a year that begins in March before its month, counted from 0. */
function daysBefore(month: number): number {
  return Math.floor((153 * month + 2) / 5);
}

/** The year and the day in it, both from 0, after so many days of cycles of 400 years. */
function gregorianYear(days: number): readonly [number, number] {
  const cycle = Math.floor(days / 146_097);
  const inCycle = days - cycle * 146_097;
  const century = Math.min(Math.floor(inCycle / 36_524), 3);
  const [year, dayOfYear] = yearOfFour(inCycle - century * 36_524);
  return [400 * cycle + 100 * century + year, dayOfYear];
}

/** The same after days of cycles of four years, the last of which has the leap day. */
function yearOfFour(days: number): readonly [number, number] {
  const cycle = Math.floor(days / 1461);
  const inCycle = days - cycle * 1461;
  const year = Math.min(Math.floor(inCycle / 365), 3);
  return [4 * cycle + year, inCycle - 365 * year];
}
