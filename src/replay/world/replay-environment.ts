import type { Environment } from '../../xforms/environment.ts';
import type { LineOf } from '../format/line-shapes.ts';
import { seededRandom } from './seeded-random.ts';

/** Where time comes from as long as a recording does not say it: milliseconds since 1970-01-01T00:00Z. */
export type Clock = () => number;

/** The position of somebody whose recording does not say one: nobody was asked. */
const NOWHERE = '';

/**
 * Time, chance and place of a recording, for all its people and its server. Time stands still until it is set; chance comes
 * from the seed. A time that the recording does not pin is taken from outside, and that is noted.
 */
export class ReplayEnvironment implements Omit<Environment, 'instance'> {
  readonly timeZone: string;
  /** Ids that were given out, in their order. */
  readonly uuids: string[] = [];
  /** True when something has asked for a time that nothing had pinned. */
  usedClock = false;
  /** True when something has asked for chance, and no seed was pinned: it came from the first one. */
  usedChance = false;
  readonly #isSeeded: boolean;
  #now: number | undefined;
  #here: string;
  readonly #chance: () => number;

  constructor(
    { now, timeZone, seed, position }: LineOf<'recording'>,
    private readonly clock: Clock,
  ) {
    this.#now = now === undefined ? undefined : Date.parse(now);
    this.timeZone = timeZone ?? 'UTC';
    this.#chance = seededRandom(seed ?? 1);
    this.#isSeeded = seed !== undefined;
    this.#here = position ?? NOWHERE;
  }

  // Bound, because a form takes the functions out of their environment.
  readonly now = (): number => {
    if (this.#now !== undefined) return this.#now;
    this.usedClock = true;
    return this.clock();
  };

  /** In [0, 1). */
  readonly random = (): number => {
    this.usedChance ||= !this.#isSeeded;
    return this.#chance();
  };

  /** Of the form of version 4 of RFC 9562. */
  readonly uuid = (): string => {
    const hex = [8, 4, 3, 3, 12].map((digits) => this.#hex(digits));
    const uuid = `${hex[0]}-${hex[1]}-4${hex[2]}-a${hex[3]}-${hex[4]}`;
    this.uuids.push(uuid);
    return uuid;
  };

  readonly here = (): string => this.#here;

  setNow(now: number): void {
    this.#now = now;
  }

  setHere(here: string): void {
    this.#here = here;
  }

  #hex(digits: number): string {
    const digit = () => Math.floor(this.random() * 16).toString(16);
    return Array.from({ length: digits }, digit).join('');
  }
}
