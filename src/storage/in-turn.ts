/** Milliseconds that others wait for work whose owner has ended. */
const PATIENCE = 60_000;

/**
 * Does work that the tabs of a browser may only do one after the other, known by `name`. Rejects when it has ended before its turn came,
 * and when it still goes on `patience` milliseconds after the end: what never finishes must not stop the others for ever.
 * A browser without the Web Locks API (a page that is not served securely) does it at once.
 */
export async function inTurn<Result>(
  name: string,
  ended: AbortSignal,
  work: () => Promise<Result>,
  patience = PATIENCE,
): Promise<Result> {
  const bounded = () => inTime(work(), ended, patience);
  if (navigator.locks === undefined) return bounded();
  return navigator.locks.request(name, { signal: ended }, bounded);
}

function inTime<Result>(
  work: Promise<Result>,
  ended: AbortSignal,
  patience: number,
): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let giveUp = (): void => undefined;
  const late = new Promise<never>((_, reject) => {
    giveUp = () => reject(new Error('This was not finished in time after its end'));
  });
  const wait = () => (timer = setTimeout(giveUp, patience));
  if (ended.aborted) wait();
  else ended.addEventListener('abort', wait, { once: true });
  return Promise.race([work, late]).finally(() => {
    clearTimeout(timer);
    ended.removeEventListener('abort', wait);
  });
}
