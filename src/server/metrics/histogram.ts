import { headLines, valueLine } from './metric.ts';
import type { Labels, Metric } from './metric.ts';

interface Distribution {
  readonly labels: Labels;
  /** How many values each bound was the first to hold, and at the end those above all of them. */
  readonly counts: number[];
  sum: number;
}

/** How many values lay below each of some bounds, one distribution for each set of labels. */
export class Histogram implements Metric {
  readonly #distributions = new Map<string, Distribution>();

  constructor(
    private readonly name: string,
    private readonly help: string,
    /** Ascending. */
    private readonly bounds: readonly number[],
  ) {}

  observe(labels: Labels, value: number): void {
    const distribution = this.#distributionOf(labels);
    const first = this.bounds.findIndex((bound) => value <= bound);
    distribution.counts[first === -1 ? this.bounds.length : first]! += 1;
    distribution.sum += value;
  }

  lines(): readonly string[] {
    const distributions = [...this.#distributions.values()];
    return [
      ...headLines(this.name, 'histogram', this.help),
      ...distributions.flatMap((distribution) => this.#linesOf(distribution)),
    ];
  }

  #distributionOf(labels: Labels): Distribution {
    const key = JSON.stringify(labels);
    const known = this.#distributions.get(key);
    if (known !== undefined) return known;
    const counts = Array.from({ length: this.bounds.length + 1 }, () => 0);
    const made: Distribution = { labels, counts, sum: 0 };
    this.#distributions.set(key, made);
    return made;
  }

  #linesOf({ labels, counts, sum }: Distribution): string[] {
    let below = 0;
    const buckets = counts.map((count, index) => {
      below += count;
      const le = String(this.bounds[index] ?? '+Inf');
      return valueLine(`${this.name}_bucket`, { ...labels, le }, below);
    });
    return [
      ...buckets,
      valueLine(`${this.name}_sum`, labels, sum),
      valueLine(`${this.name}_count`, labels, below),
    ];
  }
}
