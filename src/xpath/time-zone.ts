const DAY = 86_400_000;
/** Near the end of what a Date can hold there are no zones. */
const LAST_TIME = 8.6e15;
const MAXIMUM_CACHED_DAYS = 20_000;

/** One IANA zone, with what was asked of it before: `Intl` is slow, and expressions ask for few days again and again. */
class Zone {
  private readonly format: Intl.DateTimeFormat;
  private readonly starts = new Map<number, number>();

  constructor(name: string) {
    this.format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /** Milliseconds to add to an instant for its wall clock. A day without a change of offset costs one look-up. */
  offset(time: number): number {
    const day = Math.floor(time / DAY);
    const start = this.startOf(day);
    return start === this.startOf(day + 1) ? start : this.measure(time);
  }

  private startOf(day: number): number {
    let offset = this.starts.get(day);
    if (offset === undefined) {
      if (this.starts.size >= MAXIMUM_CACHED_DAYS) this.starts.clear();
      offset = this.measure(day * DAY);
      this.starts.set(day, offset);
    }
    return offset;
  }

  private measure(time: number): number {
    const found: Record<string, string> = {};
    for (const { type, value } of this.format.formatToParts(time)) found[type] = value;
    const year = found['era'] === 'BC' ? 1 - Number(found['year']) : Number(found['year']);
    const wall = utcTime(
      year,
      Number(found['month']),
      Number(found['day']),
      Number(found['hour']),
      Number(found['minute']),
      Number(found['second']),
    );
    return wall - Math.floor(time / 1000) * 1000;
  }
}

/** There are a few hundred zones in all, so this cannot grow without bound. */
const zones = new Map<string, Zone>();

/** Milliseconds by which the wall clock of `timeZone` is ahead of UTC at an instant. Throws RangeError: no such zone. */
export function zoneOffset(time: number, timeZone: string): number {
  if (timeZone === 'UTC' || Math.abs(time) > LAST_TIME) return 0;
  let zone = zones.get(timeZone);
  if (zone === undefined) {
    zone = new Zone(timeZone);
    zones.set(timeZone, zone);
  }
  return zone.offset(time);
}

/**
 * The instant at which the wall clock of `timeZone` shows `wall` (milliseconds as if it were UTC). A time that is skipped
 * gives the instant just as long after the change; one that comes twice gives the first.
 */
export function zonedTime(wall: number, timeZone: string): number {
  if (timeZone === 'UTC') return wall;
  const before = wall - zoneOffset(wall - DAY, timeZone);
  if (before + zoneOffset(before, timeZone) === wall) return before;
  const after = wall - zoneOffset(wall + DAY, timeZone);
  return after + zoneOffset(after, timeZone) === wall ? after : before;
}

/** Milliseconds since 1970 of a date and time of day in UTC, in the proleptic Gregorian calendar; months from 1. */
export function utcTime(
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
  millisecond = 0,
): number {
  const date = new Date(0);
  // Date.UTC takes the years 0 to 99 for the twentieth century.
  date.setUTCFullYear(year, month - 1, day);
  return date.setUTCHours(hour, minute, second, millisecond);
}
