/** How far a person's cases have come that are fetched for the first time. */
export interface LoadingProgress {
  /** Bytes that have been received; counts while they come. */
  readonly received: number;
  /** How much of them is read, from 0 to 1; `undefined` while they come. */
  readonly read: number | undefined;
  /** How much of them the server has prepared, from 0 to 1; absent unless it makes the person wait for that. */
  readonly prepared?: number;
}
