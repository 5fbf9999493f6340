/** XML that could not be read: what is wrong, where (1-based), and what to do about it. */
export class XmlParseError extends Error {
  override readonly name = 'XmlParseError';

  constructor(
    /** What is wrong, without a full stop. */
    readonly reason: string,
    readonly file: string,
    readonly line: number,
    readonly column: number,
    /** What to do about it: a sentence. */
    readonly remedy: string,
  ) {
    super(`${file}, line ${line}, column ${column}: ${reason}. ${remedy}`);
  }
}
