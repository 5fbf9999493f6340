import type { SessionFrame } from './session-step.ts';
import { sameStep } from './session-step.ts';

/**
 * The frames that a stack of the app has created and to which the session returns one by one, the last first. They presuppose how the
 * frame before them began; when the person went elsewhere, they mean nothing any more.
 */
export class WaitingFrames {
  #frames: readonly SessionFrame[] = [];
  #presupposed: SessionFrame = [];

  /** Puts more frames before those that wait; `present` is where the person is now. */
  add(created: readonly SessionFrame[], present: SessionFrame): void {
    const stands = this.#presupposed.every((step, index) => sameStep(step, present[index]));
    this.#frames = [...(stands ? this.#frames : []), ...created];
  }

  /** Takes the frame that is next; `undefined` when none waits. */
  take(): SessionFrame | undefined {
    const next = this.#frames.at(-1);
    this.#frames = this.#frames.slice(0, -1);
    this.#presupposed = this.#frames.length > 0 && next !== undefined ? next : [];
    return next;
  }

  clear(): void {
    this.#frames = [];
    this.#presupposed = [];
  }
}
