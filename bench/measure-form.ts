import type { EngineBrowser, EngineName, EnginePage } from './engine-pages.ts';
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

/**
 * Measures one form in all engines, in rounds: each round is one load and its probes in each engine, and who comes first
 * changes from round to round, so that whatever else the machine does falls on all of them.
 */
export async function measureForm(
  kind: FormKind,
  size: number,
  browsers: readonly EngineBrowser[],
  effort: Effort,
): Promise<Partial<Record<EngineName, FormMeasurements>>> {
  const runs = await Promise.all(browsers.map((browser) => FormRun.open(browser, kind, size)));
  for (let round = 0; round <= effort.rounds; round += 1) {
    for (const run of rotated(runs, round)) await run.round(effort);
  }
  const results: Partial<Record<EngineName, FormMeasurements>> = {};
  for (const run of runs) results[run.name] = await run.finish();
  return results;
}

function rotated<T>(list: readonly T[], by: number): T[] {
  const at = by % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
}

const PROBES_A_ROUND = 5;

/** The measurements of one form in one engine, as they grow. */
class FormRun {
  readonly #times: Record<string, number[]> = {};
  #heap = 0;
  #spent = 0;

  private constructor(
    readonly name: EngineName,
    private readonly at: EnginePage,
    private readonly emptyHeap: number,
  ) {}

  static async open(browser: EngineBrowser, kind: FormKind, size: number): Promise<FormRun> {
    const at = await browser.open();
    // The engine's code is in use then, and its caches and lazy parts are there.
    await at.page.evaluate(warmUp);
    await at.page.evaluate(([kind, size]) => bench.prepare(kind, size), [kind, size] as const);
    return new FormRun(browser.name, at, await at.heap());
  }

  /** One load and its probes; nothing when the budget is spent. The first load of a form is its warm-up. */
  async round({ budget }: Effort): Promise<void> {
    if (this.#spent >= budget) return;
    const start = performance.now();
    const load = await this.at.page.evaluate(() => bench.load());
    const first = this.#heap === 0;
    if (first) this.#heap = (await this.at.heap()) - this.emptyHeap;
    if (!first || load >= SLOW) this.#keep('load', [load]);
    const probes = await this.at.page.evaluate(([rounds, budget]) => bench.probe(rounds, budget), [
      PROBES_A_ROUND,
      budget / 2,
    ] as const);
    if (!first || load >= SLOW)
      for (const [name, times] of Object.entries(probes)) this.#keep(name, times);
    this.#spent += performance.now() - start;
  }

  async finish(): Promise<FormMeasurements> {
    await this.at.close();
    return { times: this.#times, heap: this.#heap };
  }

  #keep(name: string, times: readonly number[]): void {
    (this.#times[name] ??= []).push(...times);
  }
}

// Runs in the page.
async function warmUp(): Promise<void> {
  for (const kind of ['flat', 'repeats', 'chain'] as const) {
    bench.prepare(kind, 20);
    await bench.load();
    bench.probe(3, 1000);
  }
  bench.unload();
}
