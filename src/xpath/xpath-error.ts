/** An expression that cannot be compiled: what is wrong and at which character (0-based). */
export class XPathParseError extends Error {
  override readonly name = 'XPathParseError';

  constructor(
    readonly reason: string,
    readonly source: string,
    readonly offset: number,
  ) {
    super(`${reason} (at character ${offset + 1} of: ${abbreviate(source)})`);
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
    super(source === '' ? reason : `${reason} (in: ${abbreviate(source)})`);
  }
}

function abbreviate(source: string): string {
  return source.length <= 200 ? source : `${source.slice(0, 200)}…`;
}
