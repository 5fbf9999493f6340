import { seededRandom } from '../world/seeded-random.ts';

/** Decisions that come out the same for the same seed. */
export class Chance {
  readonly random: () => number;

  constructor(seed: number) {
    this.random = seededRandom(seed);
  }

  /** True that often, of 1. */
  is(share: number): boolean {
    return this.random() < share;
  }

  /** `undefined` only of an empty list. */
  of<T>(values: readonly T[]): T | undefined {
    return values[Math.floor(this.random() * values.length)];
  }

  /** One of them, the oftener the greater its weight; `undefined` only of an empty list. */
  weighted<T>(values: readonly T[], weight: (value: T) => number): T | undefined {
    const weights = values.map(weight);
    let rest = this.random() * weights.reduce((sum, each) => sum + each, 0);
    return values.find((_, index) => (rest -= weights[index] as number) < 0) ?? values.at(-1);
  }

  shuffled<T>(values: readonly T[]): T[] {
    const keyed = values.map((value) => ({ value, key: this.random() }));
    return keyed.sort((a, b) => a.key - b.key).map(({ value }) => value);
  }
}
