/** More work is waiting than will be done soon; come again later. */
export class TooBusyError extends Error {
  override readonly name = 'TooBusyError';

  constructor() {
    super('The server is busy. Try again in a few seconds.');
  }
}

/** Runs at most `width` jobs at once, in the order they came, and refuses when `depth` are waiting. */
export class WorkQueue {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly width: number,
    private readonly depth: number,
  ) {}

  /** Throws TooBusyError at once when the queue is full. */
  async run<Result>(job: () => Promise<Result>): Promise<Result> {
    await this.enter();
    try {
      return await job();
    } finally {
      this.leave();
    }
  }

  private enter(): Promise<void> | void {
    if (this.running < this.width) {
      this.running += 1;
      return;
    }
    if (this.waiting.length >= this.depth) throw new TooBusyError();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private leave(): void {
    const next = this.waiting.shift();
    // The place is handed on as it is, so nobody can slip in between.
    if (next === undefined) this.running -= 1;
    else next();
  }
}
