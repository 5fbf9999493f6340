import { atOnce } from '../../case/steps.ts';
import type { Steps } from '../../case/steps.ts';

/** Work that goes on in steps while there is time, and whose result can be had at once when somebody needs it. */
export class Work<Result> {
  readonly #steps: Steps<Result>;
  #done: { readonly result: Result } | undefined;

  constructor(steps: Steps<Result>) {
    this.#steps = steps;
  }

  /** What is left to do, step by step. */
  *rest(): Steps<void> {
    while (this.#done === undefined) {
      const step = this.#steps.next();
      if (step.done === true) this.#done = { result: step.value };
      else yield;
    }
  }

  /** What came of it, if it is done. */
  get finished(): Result | undefined {
    return this.#done?.result;
  }

  /** Does all that is left. */
  get result(): Result {
    this.#done ??= { result: atOnce(this.#steps) };
    return this.#done.result;
  }
}
