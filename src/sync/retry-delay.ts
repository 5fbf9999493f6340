/** Limits of the wait between two attempts, in seconds. */
export const FIRST_DELAY = 5;
export const LONGEST_DELAY = 15 * 60;

/**
 * Seconds to wait after `failures` failures in a row (1 or more): 5, 10, 20 … up to a quarter of an hour, of which a
 * random half, so that devices which lost the same network do not come back at the same moment. Never shorter than
 * `atLeast`, what the server asked for. `random` in [0, 1).
 */
export function retryDelay(failures: number, random: number, atLeast = 0): number {
  const doubled = FIRST_DELAY * 2 ** Math.min(failures - 1, 30);
  const delay = Math.min(doubled, LONGEST_DELAY);
  return Math.max(delay / 2 + (delay / 2) * random, atLeast);
}
