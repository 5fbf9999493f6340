import { headLines, valueLine } from './metric.ts';
import type { Labels, Metric, Sample } from './metric.ts';

/** Goes up and never down, one value for each set of labels. */
export class Counter implements Metric {
  readonly #samples = new Map<string, Sample>();

  constructor(
    private readonly name: string,
    private readonly help: string,
  ) {}

  add(labels: Labels = {}, amount = 1): void {
    const key = JSON.stringify(labels);
    const [, before] = this.#samples.get(key) ?? [labels, 0];
    this.#samples.set(key, [labels, before + amount]);
  }

  lines(): readonly string[] {
    return [
      ...headLines(this.name, 'counter', this.help),
      ...[...this.#samples.values()].map(([labels, value]) => valueLine(this.name, labels, value)),
    ];
  }
}
