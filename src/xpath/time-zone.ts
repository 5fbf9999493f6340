const DAY = 86_400_000;
/** 1900-01-01: before, a zone has its standard time of today, as in Java. */
const FIRST_TIME = -2_208_988_800_000;
/** Near the end of what a Date can hold there are no zones. */
const LAST_TIME = 8.6e15;
/** A January and a July that have the rules of today: standard time is the earlier of the two. */
const SEASONS = [Date.UTC(2037, 0, 1), Date.UTC(2037, 6, 1)];
const MAXIMUM_CACHED_DAYS = 20_000;

/** Names of the zone that needs no look-up: the first look-up of a run costs as much as opening a form. */
const NO_OFFSET: ReadonlySet<string> = new Set(['UTC', 'Etc/UTC']);

/** One IANA zone, with what was asked of it before: `Intl` is slow, and expressions ask for few days again and again. */
class Zone {
  private readonly format: Intl.DateTimeFormat | undefined;
  private readonly starts = new Map<number, number>();
  private readonly standard: number = 0;

  constructor(name: string) {
    if (NO_OFFSET.has(name)) return;
    this.format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    this.standard = Math.min(...SEASONS.map((time) => this.measure(time)));
  }

  /** Milliseconds to add to an instant for its wall clock. A day without a change of offset costs one look-up. */
  offset(time: number): number {
    if (time < FIRST_TIME || time > LAST_TIME) return this.standard;
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
    if (this.format === undefined) return 0;
    const found: Record<string, string> = {};
    for (const { type, value } of this.format.formatToParts(time)) found[type] = value;
    const wall = Date.UTC(
      Number(found['year']),
      Number(found['month']) - 1,
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
  if (timeZone === 'UTC') return 0;
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
