/** Work in steps of a millisecond or so, between which whoever drives it may make a pause. */
export type Steps<Result> = Generator<undefined, Result, void>;

/** Does the work without a pause. */
export function atOnce<Result>(work: Generator<unknown, Result, void>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
