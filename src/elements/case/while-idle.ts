import type { Steps } from '../../case/steps.ts';

/** Does work whenever the page has nothing else to do, as long as it is wanted. */
export function whileIdle(work: Steps<void>, isWanted: () => boolean): void {
  whenIdle((deadline) => {
    if (!isWanted()) return;
    do {
      if (work.next().done === true) return;
    } while (performance.now() < deadline);
    whileIdle(work, isWanted);
  });
}

/** Calls back with the time until which nobody waits for the page. A page that is never idle gets a little done all the same. */
function whenIdle(work: (deadline: number) => void): void {
  // Safari has no idle callbacks.
  if (!('requestIdleCallback' in window)) setTimeout(() => work(performance.now() + LITTLE), BREAK);
  else {
    requestIdleCallback(
      (idle) => work(performance.now() + Math.max(LITTLE, Math.min(idle.timeRemaining(), MOST))),
      { timeout: BREAK },
    );
  }
}

/** Milliseconds. */
const LITTLE = 4;
const MOST = 20;
const BREAK = 100;
