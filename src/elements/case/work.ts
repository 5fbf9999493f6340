import type { Steps } from '../../case/steps.ts';

/** Work that goes on in steps while there is time, and whose result can be had at once when somebody needs it. */
export class Work<Result> {
  #begin: (() => Steps<Result>) | undefined;
  #steps: Steps<Result> | undefined;
  #done: { readonly result: Result } | undefined;

  /** `begin` is called when the work is first wanted, and again when it is wanted after it has failed. */
  constructor(begin: () => Steps<Result>) {
    this.#begin = begin;
  }

  /** What is left to do, step by step. */
  *rest(): Steps<void> {
    while (this.#done === undefined) {
      this.#step();
      if (this.#done === undefined) yield;
    }
  }

  /** What came of it, if it is done. */
  get finished(): Result | undefined {
    return this.#done?.result;
  }

  /** Does all that is left. */
  get result(): Result {
    while (this.#done === undefined) this.#step();
    return this.#done.result;
  }

  /** Steps that have failed would end without a result if they were asked to go on. */
  #step(): void {
    const steps = this.#steps ?? this.#begin!();
    this.#steps = undefined;
    const step = steps.next();
    if (step.done !== true) {
      this.#steps = steps;
      return;
    }
    this.#done = { result: step.value };
    // What was worked on need not stay.
    this.#begin = undefined;
  }
}
