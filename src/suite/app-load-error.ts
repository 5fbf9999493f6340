/** An app that cannot be opened at all. `message` is for people, `remedy` says what to do about it. */
export class AppLoadError extends Error {
  override readonly name = 'AppLoadError';

  constructor(
    message: string,
    readonly file: string,
    readonly remedy: string,
  ) {
    super(`${file}: ${message}`);
  }
}
