/** How safe the data are, and how much room there is, in bytes (0 when the browser does not say). */
export interface StorageRoom {
  /** The browser will not clear them by itself when the disk runs full. */
  readonly persistent: boolean;
  readonly used: number;
  readonly available: number;
}

/** Asks the browser to keep the data for good; it decides by itself, or asks the user. */
export async function keepStorage(): Promise<StorageRoom> {
  const manager = navigator.storage as StorageManager | undefined;
  if (manager === undefined) return { persistent: false, used: 0, available: 0 };
  const persistent = await manager.persist().catch(() => false);
  const { usage = 0, quota = 0 } = await manager.estimate();
  return { persistent, used: usage, available: Math.max(quota - usage, 0) };
}
