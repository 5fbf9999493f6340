import { XPathEvaluationError, XPathParseError } from '../xpath/xpath-error.ts';

/** A text that the app names and does not have. */
export class MissingTextError extends Error {
  override readonly name = 'MissingTextError';

  constructor(
    readonly key: string,
    readonly language: string,
  ) {
    super(`the app has no text “${key}” for the language ${language}`);
  }
}

/**
 * The message of an error that the app's own expressions and texts are to blame for, with the place in front. Any other
 * error is ours and is thrown on.
 */
export function faultMessage(error: unknown, place: string): string {
  if (
    error instanceof XPathEvaluationError ||
    error instanceof XPathParseError ||
    error instanceof MissingTextError
  ) {
    return `${place}: ${error.message}`;
  }
  throw error;
}

/** Stands before the message where a text should be. */
const FAULT = '⚠';

/** The message in place of a text: what is wrong stands where it is wrong, and the rest can be read. */
export function faultText(error: unknown): string {
  return faultMessage(error, FAULT);
}
