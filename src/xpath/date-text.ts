import type { Dialect } from './compiled-expression.ts';
import type { Conversion } from './frame.ts';
import { zonedTime, zoneOffset } from './time-zone.ts';
import { dayNumberOf, westernDate } from './western-date.ts';
import { XPathDate } from './xpath-date.ts';

const DAY = 86_400_000;
const DATE = /^(\d{1,9})-(\d{1,2})-(\d{1,2})$/;
const TIME = /^(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d+))?)?(Z|[+-]\d{1,2}(?::?\d{2})?)?$/;
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The day number since 1970-01-01 of the day that `date` falls on in the zone: what a date is as a number. */
export function dayNumber(date: XPathDate, timeZone: string): number {
  return Math.floor((date.time + zoneOffset(date.time, timeZone)) / DAY);
}

/** Days since 1970-01-01 with the time of day as a fraction, both by the wall clock of the zone. */
export function fractionalDay(date: XPathDate, timeZone: string): number {
  return (date.time + zoneOffset(date.time, timeZone)) / DAY;
}

/** The plain date of a day number; a fraction is cut off. */
export function dateOfDay(day: number, timeZone: string): XPathDate {
  return new XPathDate(zonedTime(Math.trunc(day) * DAY, timeZone), false);
}

/** The plain date that an instant falls on. */
export function dateOfTime(time: number, timeZone: string): XPathDate {
  return dateOfDay(Math.floor((time + zoneOffset(time, timeZone)) / DAY), timeZone);
}

/** `2026-03-15`, by the zone, whether or not there is a time. */
export function dateText(date: XPathDate, timeZone: string): string {
  return isoDate(date.time + zoneOffset(date.time, timeZone));
}

/** `2026-03-15T10:30:00.000+05:30`: the form in which instances hold a date with time; CommCare shortens `-04:00` to `-04`. */
export function dateTimeText(date: XPathDate, { dialect, timeZone }: Conversion): string {
  const offset = zoneOffset(date.time, timeZone);
  const wall = date.time + offset;
  const zone = dialect === 'commcare' ? shortOffsetText(offset) : offsetText(offset);
  return `${isoDate(wall)}T${timeText(wall)}${zone}`;
}

function timeText(wall: number): string {
  const { hour, minute, second, millisecond } = timeOfDay(wall);
  return `${pad(hour, 2)}:${pad(minute, 2)}:${pad(second, 2)}.${pad(millisecond, 3)}`;
}

/** `Z`, `+05:30`, `-04`: minutes only where there are any. */
export function shortOffsetText(offset: number): string {
  return offsetText(offset).replace(/:00$/, '');
}

/** `Z`, `+05:30`. */
export function offsetText(offset: number): string {
  if (offset === 0) return 'Z';
  const minutes = Math.round(Math.abs(offset) / 60_000);
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60), 2)}:${pad(minutes % 60, 2)}`;
}

function isoDate(wall: number): string {
  const { year, month, day } = westernDate(Math.floor(wall / DAY));
  return `${yearOfEra(year)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** The year as it is written: no sign tells the years before the first. */
export function yearOfEra(year: number): number {
  return year > 0 ? year : 1 - year;
}

/** What a clock shows at `wall`, milliseconds since 1970 by that clock. */
export function timeOfDay(wall: number): TimeOfDay {
  const time = wall - Math.floor(wall / DAY) * DAY;
  return {
    hour: Math.floor(time / 3_600_000),
    minute: Math.floor(time / 60_000) % 60,
    second: Math.floor(time / 1000) % 60,
    millisecond: time % 1000,
  };
}

export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/** Digits with zeros in front. */
export function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

/**
 * A date, or a date with time, as ISO 8601 writes it (`2026-3-5` too); `undefined` when the text is neither. CommCare
 * applies the offset of a time to the time of day alone and keeps the day, which matters where the two are of two days.
 */
export function parseDate(
  text: string,
  timeZone: string,
  dialect: Dialect = 'odk',
): XPathDate | undefined {
  const split = text.indexOf('T');
  const day = parseDay(split < 0 ? text : text.slice(0, split));
  if (day === undefined) return undefined;
  if (split < 0) return new XPathDate(zonedTime(day, timeZone), false);
  const time = parseTime(text.slice(split + 1));
  return time === undefined ? undefined : dateWithTime(day, time, timeZone, dialect);
}

/** The instant at which it is or was that time on the day that `now` falls on; `undefined` when the text is no time. */
export function parseTimeOfDay(text: string, now: number, timeZone: string): XPathDate | undefined {
  const day = Math.floor((now + zoneOffset(now, timeZone)) / DAY) * DAY;
  const time = parseTime(text);
  return time === undefined ? undefined : dateWithTime(day, time, timeZone, 'odk');
}

function dateWithTime(
  day: number,
  time: ParsedTime,
  timeZone: string,
  dialect: Dialect,
): XPathDate {
  const wall = day + time.wall;
  if (time.offset === undefined) return new XPathDate(zonedTime(wall, timeZone), true);
  const instant = wall - time.offset;
  return new XPathDate(dialect === 'odk' ? instant : sameDay(instant, day, timeZone), true);
}

/** The instant at the same time of day as `instant`, on `day`. */
function sameDay(instant: number, day: number, timeZone: string): number {
  const wall = instant + zoneOffset(instant, timeZone);
  return zonedTime(day + (((wall % DAY) + DAY) % DAY), timeZone);
}

/** Milliseconds at the start of the day, as if in UTC. */
function parseDay(text: string): number | undefined {
  const found = DATE.exec(text);
  if (found === null) return undefined;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return isDay(year, month, day) ? dayNumberOf(year, month, day) * DAY : undefined;
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || day > DAYS[month - 1]!) return false;
  return month !== 2 || day < 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
}

interface ParsedTime {
  readonly wall: number;
  /** Milliseconds ahead of UTC; `undefined` when the text names no zone. */
  readonly offset: number | undefined;
}

function parseTime(text: string): ParsedTime | undefined {
  const found = TIME.exec(text);
  if (found === null) return undefined;
  const [hour, minute, second] = [Number(found[1]), Number(found[2]), Number(found[3] ?? 0)];
  if (hour > 24 || minute > 59 || second > 59 || (hour === 24 && minute + second > 0)) {
    return undefined;
  }
  const millisecond = Math.trunc(Number(`0.${found[4] ?? 0}`) * 1000);
  return {
    wall: hour * 3_600_000 + minute * 60_000 + second * 1000 + millisecond,
    offset: found[5] === undefined ? undefined : parseOffset(found[5]),
  };
}

function parseOffset(text: string): number {
  if (text === 'Z') return 0;
  const digits = text.slice(1).replace(':', '');
  const hours = Number(digits.slice(0, 2));
  const minutes = Number(digits.slice(2) || 0);
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
