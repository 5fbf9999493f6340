import type { Cancellation } from '../sync/pace.ts';

/** Resolves after so many seconds, or as soon as nobody wants to wait any more. */
export function wait(seconds: number, cancelled?: Cancellation): Promise<void> {
  return new Promise((resolve) => {
    if (cancelled?.aborted === true) return resolve();
    const timer = setTimeout(resolve, seconds * 1000);
    cancelled?.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
