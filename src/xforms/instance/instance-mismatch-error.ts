/** A saved instance that belongs to another form: nothing of it can be trusted to be in its place. */
export class InstanceMismatchError extends Error {
  override readonly name = 'InstanceMismatchError';

  constructor(
    /** Names the form. */
    readonly file: string,
    reason: string,
  ) {
    super(
      `The saved instance is none of ${file}: ${reason}. Open it with the form that it was made with.`,
    );
  }
}
