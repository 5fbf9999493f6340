/** When long work makes room for other things, such as the screen. */
export interface Pace {
  /** Whether it has worked long enough without a pause. */
  isDue(): boolean;
  /** Lets other things be done. Rejects with {@link WorkCancelled} when the work is not wanted any more. */
  pause(): Promise<void>;
}

/** Tells that work is not wanted any more; an `AbortSignal` is one. */
export interface Cancellation {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
}

/** Nobody wants the work any more; nothing of it was kept. */
export class WorkCancelled extends Error {
  override readonly name = 'WorkCancelled';

  constructor() {
    super('Cancelled');
  }
}

/** Works without a pause: in tests and on servers. */
export const NO_PAUSES: Pace = { isDue: () => false, pause: () => Promise.resolve() };

/** Does work that comes in steps, with pauses between them. `onStep` hears of what each step yields before a pause. */
export async function atPace<Step, Result>(
  work: Generator<Step, Result, void>,
  pace: Pace,
  onStep: (step: Step) => void = () => undefined,
): Promise<Result> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (!pace.isDue()) continue;
    onStep(step.value);
    await pace.pause();
  }
}
