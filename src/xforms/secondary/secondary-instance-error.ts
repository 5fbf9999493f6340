/** A file that is to be a secondary instance and cannot be read as one. */
export class SecondaryInstanceError extends Error {
  override readonly name = 'SecondaryInstanceError';

  constructor(
    /** What is wrong, and how it should be. */
    readonly reason: string,
    readonly file: string,
    /** 1-based; `undefined` where the fault has no line. */
    readonly line: number | undefined,
  ) {
    super(line === undefined ? `${file}: ${reason}` : `${file}, line ${line}: ${reason}`);
  }
}
