/**
 * Does work that the tabs of a browser may only do one after the other, known by `name`. Rejects when it has ended before its turn came.
 * A browser without the Web Locks API (a page that is not served securely) does it at once.
 */
export async function inTurn<Result>(
  name: string,
  ended: AbortSignal,
  work: () => Promise<Result>,
): Promise<Result> {
  if (navigator.locks === undefined) return work();
  return navigator.locks.request(name, { signal: ended }, work);
}
