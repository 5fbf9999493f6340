/** Milliseconds between two synchronizations where the app does not say. */
const USUAL = 5 * 60_000;

const DAY = 24 * 60 * 60_000;

/** By `cc-autosync-freq` of the profile. */
const BY_FREQUENCY: ReadonlyMap<string, number> = new Map([
  ['freq-never', Infinity],
  ['freq-daily', DAY],
  ['freq-weekly', 7 * DAY],
]);

/**
 * Milliseconds after which an app wants what is new without being asked, by the properties of its profile; `Infinity` for never.
 * Forms are sent as they are finished, whatever this is.
 */
export function syncInterval(properties: Readonly<Record<string, string>> = {}): number {
  return BY_FREQUENCY.get(properties['cc-autosync-freq'] ?? '') ?? USUAL;
}
