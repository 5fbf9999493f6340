import type { EngineBrowser, EnginePage } from './engine-pages.ts';
import type { FormKind } from './generated-forms.ts';
import { SLOW } from './page/measure.ts';

/** How long it may go on: whatever is slow gets fewer rounds, but each at least one. */
export interface Effort {
  readonly rounds: number;
  /** Milliseconds for one form in one engine. */
  readonly budget: number;
}

/** What was measured of one form in one engine. Times in milliseconds, memory in bytes. */
export interface FormMeasurements {
  /** By what was done: `load`, or the name of a probe. */
  readonly times: Readonly<Record<string, readonly number[]>>;
  readonly heap: number;
}

/** A form to measure in an engine. */
export interface Subject {
  readonly browser: EngineBrowser;
  readonly kind: FormKind;
  readonly size: number;
}

/**
 * Measures forms side by side, in rounds: each round is one load and its probes of each subject, and who comes first changes
 * from round to round, so that whatever else the machine does falls on all of them. The results are in the subjects' order.
 */
export async function measureForms(
  subjects: readonly Subject[],
  effort: Effort,
): Promise<FormMeasurements[]> {
  const runs = await Promise.all(subjects.map((subject) => FormRun.open(subject)));
  for (let round = 0; round <= effort.rounds; round += 1) {
    for (const run of rotated(runs, round)) await run.round(effort);
  }
  return Promise.all(runs.map((run) => run.finish()));
}

function rotated<T>(list: readonly T[], by: number): T[] {
  const at = by % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
}

const PROBES_A_ROUND = 5;

/** The measurements of one form in one engine, as they grow. */
class FormRun {
  /** Of the first round, which warms up. */
  #first: Times | undefined = undefined;
  readonly #times: Record<string, number[]> = {};
  #heap = 0;
  #spent = 0;

  private constructor(
    private readonly at: EnginePage,
    private readonly emptyHeap: number,
  ) {}

  static async open({ browser, kind, size }: Subject): Promise<FormRun> {
    const at = await browser.open();
    // The engine's code is in use then, and its caches and lazy parts are there.
    await at.page.evaluate(warmUp);
    await at.page.evaluate(([kind, size]) => bench.prepare(kind, size), [kind, size] as const);
    return new FormRun(at, await at.heap());
  }

  /** One load and its probes; nothing when the budget is spent. */
  async round({ budget }: Effort): Promise<void> {
    if (this.#spent >= budget) return;
    const start = performance.now();
    const times = await this.#measure(budget / 2);
    if (this.#first === undefined) this.#first = times;
    if (this.#first !== times || times['load']![0]! >= SLOW) this.#keep(times);
    this.#spent += performance.now() - start;
  }

  async #measure(probeBudget: number): Promise<Times> {
    const load = await this.at.page.evaluate(() => bench.load());
    if (this.#first === undefined) this.#heap = (await this.at.heap()) - this.emptyHeap;
    const probes = await this.at.page.evaluate(([rounds, budget]) => bench.probe(rounds, budget), [
      PROBES_A_ROUND,
      probeBudget,
    ] as const);
    return { load: [load], ...probes };
  }

  #keep(times: Times): void {
    for (const [name, samples] of Object.entries(times))
      (this.#times[name] ??= []).push(...samples);
  }

  /** Where the budget was spent by the first round, its times are better than none. */
  async finish(): Promise<FormMeasurements> {
    await this.at.close();
    return { times: { ...this.#first, ...this.#times }, heap: this.#heap };
  }
}

type Times = FormMeasurements['times'];

// Runs in the page.
async function warmUp(): Promise<void> {
  for (const kind of ['flat', 'repeats', 'chain'] as const) {
    bench.prepare(kind, 20);
    await bench.load();
    bench.probe(3, 1000);
  }
  bench.unload();
}
