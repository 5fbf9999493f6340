import { SHARING_ASSERTION_KEY } from '../case/ownership/owner-resolution.ts';
import type { SuiteText } from './suite-text.ts';

/** What must hold before a form opens or a menu is shown; otherwise its text is. */
export interface Assertion {
  readonly test: string;
  readonly text: SuiteText;
  /** The locale key of the text, by which known assertions are told. */
  readonly key: string | undefined;
}

/** True for the assertion that CommCare's builder writes for forms which register cases in a sharing app. */
export function isSharingAssertion(assertion: Assertion): boolean {
  return assertion.key === SHARING_ASSERTION_KEY;
}
