import type { Steps } from '../../case/steps.ts';

/** Does work that somebody waits for, as long as it is wanted, with breaks in which the page answers and is drawn. */
export async function inSlices(work: Steps<void>, isWanted: () => boolean): Promise<void> {
  while (isWanted() && !endsWithin(SLICE, work)) await aBreak();
}

/** Works for so many milliseconds; true when all is done by then. */
export function endsWithin(time: number, work: Steps<void>): boolean {
  const end = performance.now() + time;
  do {
    if (work.next().done === true) return true;
  } while (performance.now() < end);
  return false;
}

function aBreak(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Milliseconds: together with what a frame needs besides less than one frame. */
const SLICE = 8;
