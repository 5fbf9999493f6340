/** Nobody has taught the hand yet how a person does this on a page. */
export class CannotByHandError extends Error {
  override readonly name = 'CannotByHandError';

  constructor(act: string) {
    super(`The player that clicks does not know how to ${act}; play it with --page or headless`);
  }
}
