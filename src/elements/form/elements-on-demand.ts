const loaders = new Map<string, () => Promise<unknown>>();

/** Says how to get an element that few forms need. The build puts such calls in place of the modules of `scripts/on-demand.js`. */
export function elementOnDemand(tag: string, load: () => Promise<unknown>): void {
  loaders.set(tag, load);
}

/** True for an element that is not there yet. */
export function isToBeFetched(tag: string): boolean {
  return loaders.has(tag);
}

/** Fetches every element that is not there yet. */
export async function fetchEveryElement(): Promise<void> {
  await Promise.all([...loaders.keys()].map(fetchElement));
}

/** Fetches an element, if it is not there yet. Rejects when it cannot be had; the next call tries again. */
export async function fetchElement(tag: string): Promise<void> {
  await loaders.get(tag)?.();
  loaders.delete(tag);
}
