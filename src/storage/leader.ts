/**
 * Makes one tab of a browser the one that synchronizes: `lead` is called when this tab's turn has come, at once or when
 * the tab that led is closed. Returns the function that ends the lead, or stops waiting for it. A browser without the Web
 * Locks API (a page that is not served securely) lets every tab lead: the server tells repeated forms by their instanceID.
 */
export function seekLead(name: string, lead: () => void): () => void {
  const stop = new AbortController();
  if (navigator.locks === undefined) {
    lead();
    return () => undefined;
  }
  const turn = navigator.locks.request(name, { signal: stop.signal }, () => {
    lead();
    return aborted(stop.signal);
  });
  // Stopping while it waits is no failure.
  turn.catch((error: unknown) => {
    if (!stop.signal.aborted) throw error;
  });
  return () => stop.abort();
}

/** The lock is held until this is fulfilled. */
function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
