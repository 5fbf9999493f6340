/** An expression that cannot be compiled: what is wrong and at which character (0-based). */
export class XPathParseError extends Error {
  override readonly name = 'XPathParseError';

  constructor(
    readonly reason: string,
    readonly source: string,
    readonly offset: number,
  ) {
    super(`${reason} (at character ${offset + 1} of: ${excerpt(source, offset)})`);
  }
}

/** An expression that failed while it was evaluated. `phase` tells a bad conversion of a node-set from the rest. */
export class XPathEvaluationError extends Error {
  override readonly name = 'XPathEvaluationError';

  constructor(
    readonly reason: string,
    readonly source: string = '',
    readonly phase: 'eval' | 'unpack' = 'eval',
  ) {
    super(source === '' ? reason : `${reason} (in: ${excerpt(source)})`);
  }
}

const EXCERPT_LENGTH = 200;

/** What stands around a place in a text, so that a message stays readable however long the text is. */
export function excerpt(source: string, offset = 0): string {
  const start = Math.max(Math.min(offset - EXCERPT_LENGTH / 2, source.length - EXCERPT_LENGTH), 0);
  const end = start + EXCERPT_LENGTH;
  const before = start > 0 ? '…' : '';
  const after = end < source.length ? '…' : '';
  return `${before}${source.slice(start, end)}${after}`;
}
