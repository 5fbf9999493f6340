import type { FormKind } from '../generated-forms.ts';
import { generateForm } from '../generated-forms.ts';
import { PROBES } from '../probes.ts';
import type { EngineUnderTest, OpenForm } from './engine-under-test.ts';

/** What the page offers to the benchmark that drives it. Times are in milliseconds. */
export interface MeasuringPage {
  /** Makes the form's text, so that no measurement includes it. */
  prepare(kind: FormKind, size: number): void;
  /** Loads the form that was prepared, in place of the one before, and says how long it took. */
  load(): Promise<number>;
  /**
   * Does the probes of the form `rounds` times, or until `budget` is spent, and gives the times by the probe's name.
   * A round before these warms up; it counts only where it is so slow that it would not matter.
   */
  probe(rounds: number, budget: number): Readonly<Record<string, readonly number[]>>;
  unload(): void;
}

/** What takes longer than this (milliseconds) need not be warmed up. */
export const SLOW = 3000;

type Sample = readonly [name: string, time: number];

declare global {
  var bench: MeasuringPage;
}

/** Makes `engine` measurable from outside, as the page's `bench`. */
export function startMeasuring(engine: EngineUnderTest): void {
  globalThis.bench = new Measuring(engine);
}

class Measuring implements MeasuringPage {
  #kind: FormKind = 'flat';
  #size = 0;
  #xml = '';
  #form: OpenForm | undefined = undefined;
  /** Rounds of probes in the form that is open. */
  #rounds = 0;

  constructor(private readonly engine: EngineUnderTest) {}

  prepare(kind: FormKind, size: number): void {
    [this.#kind, this.#size] = [kind, size];
    this.#xml = generateForm(kind, size);
  }

  async load(): Promise<number> {
    this.unload();
    const start = performance.now();
    this.#form = await this.engine.load(this.#xml);
    return performance.now() - start;
  }

  probe(rounds: number, budget: number): Record<string, number[]> {
    const end = performance.now() + budget;
    const times = collect(this.#round().filter(([, time]) => time >= SLOW));
    for (let i = 0; i < rounds && performance.now() < end; i += 1) collect(this.#round(), times);
    return times;
  }

  unload(): void {
    this.#form = undefined;
    this.#rounds = 0;
  }

  #round(): Sample[] {
    this.#rounds += 1;
    return PROBES[this.#kind].map((probe) => [probe.name, this.#time(probe)]);
  }

  #time({ name, act, holds }: (typeof PROBES)[FormKind][number]): number {
    const form = this.#form;
    if (form === undefined) throw new RangeError('load a form before it is probed');
    const start = performance.now();
    act(form, this.#rounds, this.#size);
    const time = performance.now() - start;
    if (!holds(form, this.#rounds, this.#size))
      throw new Error(`${this.#kind}-${this.#size}: the result of "${name}" is wrong`);
    return time;
  }
}

function collect(samples: readonly Sample[], times: Record<string, number[]> = {}) {
  for (const [name, time] of samples) (times[name] ??= []).push(time);
  return times;
}
