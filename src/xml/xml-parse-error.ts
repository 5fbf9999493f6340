/** XML that could not be read: what is wrong, and where (1-based). */
export class XmlParseError extends Error {
  override readonly name = 'XmlParseError';

  constructor(
    readonly reason: string,
    readonly file: string,
    readonly line: number,
    readonly column: number,
  ) {
    super(`${file}, line ${line}, column ${column}: ${reason}`);
  }
}
