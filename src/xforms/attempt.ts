import { XPathEvaluationError } from '../xpath/xpath-error.ts';

/**
 * What `show` gives, or `otherwise` when an expression in it fails, which is told to `fail`: what is only shown must not
 * keep the rest of the form from working.
 */
export function attempt<T>(show: () => T, otherwise: T, fail: (message: string) => void): T {
  try {
    return show();
  } catch (error) {
    if (!(error instanceof XPathEvaluationError)) throw error;
    fail(error.message);
    return otherwise;
  }
}
