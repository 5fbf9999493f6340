import type { Checked } from './checks.ts';
import { checks, requireSubject } from './checks.ts';

// The same matchers in the two shapes that test runners take them in.

type Checks = typeof checks;
type MatcherName = keyof Checks;
type Expected<Check> = Check extends (subject: never, ...expected: infer E) => Checked ? E : never;

/** The matchers as methods, for the types of a test runner: `interface Matchers<T> extends CaseloadMatchers<T> {}`. */
export type CaseloadMatchers<Returned = void> = {
  [Name in MatcherName]: (...expected: Expected<Checks[Name]>) => Returned;
};

/** What `expect.extend` wants to hear of a matcher. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

type ExtendingMatchers = {
  [Name in MatcherName]: (subject: unknown, ...expected: Expected<Checks[Name]>) => MatcherResult;
};

/** For `expect.extend(matchers)`: Vitest, Playwright, Jest. */
export const matchers = Object.fromEntries(
  names().map((name) => [
    name,
    (subject: unknown, ...expected: readonly unknown[]): MatcherResult => {
      const checked = check(name, subject, expected);
      return { pass: checked.holds, message: () => sentenceOf(checked, checked.holds) };
    },
  ]),
) as unknown as ExtendingMatchers;

/** The part of chai that a plugin is given. */
interface ChaiLike {
  readonly Assertion: {
    addMethod(name: string, method: (this: ChaiAssertion, ...expected: unknown[]) => void): void;
  };
}

interface ChaiAssertion {
  readonly _obj: unknown;
  assert(holds: boolean, message: () => string, negatedMessage: () => string): void;
}

/** For `use(chaiMatchers)` of chai: Web Test Runner, Mocha, Node's own runner with chai. */
export function chaiMatchers({ Assertion }: ChaiLike): void {
  for (const name of names()) {
    Assertion.addMethod(name, function (...expected) {
      const checked = check(name, this._obj, expected);
      this.assert(
        checked.holds,
        () => sentenceOf(checked, false),
        () => sentenceOf(checked, true),
      );
    });
  }
}

function names(): readonly MatcherName[] {
  return Object.keys(checks) as MatcherName[];
}

function check(name: MatcherName, subject: unknown, expected: readonly unknown[]): Checked {
  requireSubject(name, subject);
  const asked = checks[name] as (subject: unknown, ...expected: readonly unknown[]) => Checked;
  return asked(subject, ...expected);
}

/** Why it is so is told only where it is not as it should be, because finding out takes its time. */
function sentenceOf({ about, expected, actual, why }: Checked, isNegated: boolean): string {
  const sentence = `${about}: expected ${isNegated ? 'not ' : ''}${expected}, but ${actual}`;
  return [sentence, ...why()].join('\n');
}
