/** When a restore is too large to be sent at once. */
export interface RestoreLimits {
  /** One with more cases is prepared first, and the client asks again. */
  readonly most: number;
  /** How long one request takes about, in milliseconds, where finding out what is to be sent takes no longer. */
  readonly patience: number;
  /** So many cases are prepared between two looks at the clock. */
  readonly atOnce: number;
}

export const RESTORE_LIMITS: RestoreLimits = { most: 20_000, patience: 5000, atOnce: 250 };
