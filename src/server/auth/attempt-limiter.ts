interface Window {
  failures: number;
  /** Milliseconds since 1970. */
  endsAt: number;
}

/** How many failures a key may have in a window of time before it has to wait. */
export interface AttemptLimit {
  readonly failures: number;
  readonly windowSeconds: number;
}

const MOST_KEYS = 100_000;

/**
 * Counts failed sign-ins by key (account and address). Success clears the key, so people who mistype are not punished
 * for long, and a stranger's attempts do not lock out the account's owner elsewhere.
 */
export class AttemptLimiter {
  private readonly windows = new Map<string, Window>();

  constructor(
    private readonly limit: AttemptLimit,
    private readonly now: () => number,
  ) {}

  /** Seconds until `key` may try again; 0 when it may now. */
  secondsToWait(key: string): number {
    const window = this.current(key);
    if (window === undefined || window.failures < this.limit.failures) return 0;
    return Math.ceil((window.endsAt - this.now()) / 1000);
  }

  fail(key: string): void {
    const window = this.current(key) ?? this.open(key);
    window.failures += 1;
  }

  succeed(key: string): void {
    this.windows.delete(key);
  }

  /** Takes one failure back: the attempt that was counted turned out right. */
  forgive(key: string): void {
    const window = this.current(key);
    if (window !== undefined) window.failures -= 1;
  }

  private current(key: string): Window | undefined {
    const window = this.windows.get(key);
    return window !== undefined && window.endsAt > this.now() ? window : undefined;
  }

  private open(key: string): Window {
    if (this.windows.size >= MOST_KEYS) this.prune();
    const window = { failures: 0, endsAt: this.now() + this.limit.windowSeconds * 1000 };
    this.windows.set(key, window);
    return window;
  }

  private prune(): void {
    for (const [key, window] of this.windows) {
      if (window.endsAt <= this.now()) this.windows.delete(key);
    }
    // Still full: an attack from very many addresses. The oldest give way, so memory stays bounded.
    for (const key of this.windows.keys()) {
      if (this.windows.size < MOST_KEYS / 2) return;
      this.windows.delete(key);
    }
  }
}
