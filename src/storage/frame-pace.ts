import { WorkCancelled } from '../sync/pace.ts';
import type { Pace } from '../sync/pace.ts';

/** Milliseconds of work between two pauses: so many that the page still answers at once. */
const LONGEST = 12;

/** Long work in a page: it makes room for the screen many times a second, and ends when `signal` is aborted. */
export class FramePace implements Pace {
  readonly #signal: AbortSignal | undefined;
  #since = performance.now();

  constructor(signal?: AbortSignal) {
    this.#signal = signal;
  }

  isDue(): boolean {
    return performance.now() - this.#since > LONGEST;
  }

  async pause(): Promise<void> {
    await nextTask();
    if (this.#signal?.aborted === true) throw new WorkCancelled();
    this.#since = performance.now();
  }
}

/** A timer would wait some milliseconds each time. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
