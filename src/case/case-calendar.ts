import { XPathDate } from '../xpath/xpath-date.ts';

/** Turns the dates of cases into days of the user's time zone, for casedb shows days and no times. */
export class CaseCalendar {
  readonly #format: Intl.DateTimeFormat;

  /** `timeZone` is an IANA name. Throws a RangeError for one that does not exist. */
  constructor(timeZone: string) {
    this.#format = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', ...NUMERIC });
  }

  /** The day of an ISO 8601 text as `YYYY-MM-DD`; the text as it is when it has no zone; `''` for `''`. */
  day(text: string): string {
    if (!HAS_ZONE.test(text)) return text.split('T', 1)[0] ?? '';
    const time = Date.parse(text);
    return Number.isNaN(time) ? '' : this.#wall(time).toISOString().slice(0, 10);
  }

  /** The same as XPath's typed date; `''` when there is none. */
  date(text: string): XPathDate | string {
    const day = this.day(text);
    const midnight = Date.parse(`${day}T00:00:00Z`);
    if (Number.isNaN(midnight)) return day;
    return new XPathDate(this.#instantOf(midnight), false);
  }

  /** The instant at which the zone's clocks show what `wall` shows in UTC. */
  #instantOf(wall: number): number {
    const guess = wall - this.#offset(wall);
    // On the day of a clock change the offset at the guess is the right one.
    return wall - this.#offset(guess);
  }

  #offset(time: number): number {
    return this.#wall(time).getTime() - time;
  }

  /** What the zone's clocks show at `time`, written as if it were UTC; seconds are enough. */
  #wall(time: number): Date {
    const parts: Record<string, string> = {};
    for (const { type, value } of this.#format.formatToParts(time)) parts[type] = value;
    const { year, month, day, hour, minute, second } = parts;
    return new Date(`${year?.padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second}Z`);
  }
}

const HAS_ZONE = /T.*(Z|[+-]\d{2}(:?\d{2})?)$/;

const NUMERIC = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
} as const;
