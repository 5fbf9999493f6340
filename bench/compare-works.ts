import { median } from './statistics.ts';

/** What is measured: how it is called in the table, and doing it once. */
export type Work = readonly [what: string, work: () => unknown];

/**
 * Prints each work by the clock, beside the first one. Each round does every work once, so that whatever else the machine does
 * meets all of them alike; the middle round counts, the fastest is told as well.
 */
export function compareWorks(works: readonly Work[], warmUp: number, rounds: number): void {
  measure(works, warmUp);
  const times = measure(works, rounds);
  const pass = times[0] ?? [];
  for (const [place, [what]] of works.entries()) console.log(line(what, times[place] ?? [], pass));
}

/** Milliseconds, by work and round. */
function measure(works: readonly Work[], rounds: number): number[][] {
  const times: number[][] = works.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [place, [, work]] of works.entries()) {
      const start = performance.now();
      work();
      times[place]?.push(performance.now() - start);
    }
  }
  return times;
}

function line(what: string, own: readonly number[], pass: readonly number[]): string {
  const ratio = median(own.map((time, round) => time / (pass[round] ?? NaN)));
  const best = Math.min(...own) / Math.min(...pass);
  const ratios = `${ratio.toFixed(2).padStart(6)} × (fastest ${best.toFixed(2)} ×)`;
  return `${what.padEnd(58)} ${median(own).toFixed(3).padStart(9)} ms ${ratios}`;
}
