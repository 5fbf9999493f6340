/**
 * A command that cannot be done; `message` is a sentence that says what to do instead. Exit code 2 when the command line
 * itself is wrong, 1 when something outside is, such as a taken port.
 */
export class CommandError extends Error {
  override readonly name = 'CommandError';

  constructor(
    message: string,
    readonly exitCode: 1 | 2,
  ) {
    super(message);
  }
}
