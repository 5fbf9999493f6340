/**
 * A date or a date with time, as expressions compute with it. `time` is milliseconds since 1970-01-01T00:00Z.
 * For a plain date it is the instant at which that day begins in the scope's time zone.
 */
export class XPathDate {
  constructor(
    readonly time: number,
    readonly hasTime: boolean,
  ) {}
}
