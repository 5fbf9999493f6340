import { headLines, valueLine } from './metric.ts';
import type { Metric, Sample } from './metric.ts';

/** What is so at the moment at which it is asked for. */
export class Gauge implements Metric {
  constructor(
    private readonly name: string,
    private readonly help: string,
    private readonly read: () => readonly Sample[],
  ) {}

  lines(): readonly string[] {
    return [
      ...headLines(this.name, 'gauge', this.help),
      ...this.read().map(([labels, value]) => valueLine(this.name, labels, value)),
    ];
  }
}
