import type { SuiteText } from './suite-text.ts';

/** What happens to the session after a form, or when an action of a list is chosen. */
export interface StackOperation {
  /** `create` a frame to go to, `push` on the present one, `clear` it. */
  readonly kind: 'create' | 'push' | 'clear';
  /** An expression; the operation is skipped when it is false. */
  readonly condition: string | undefined;
  readonly steps: readonly StackStep[];
}

/** A value given as an expression or as it stands. */
export type StackValue =
  | { readonly kind: 'xpath'; readonly source: string }
  | { readonly kind: 'literal'; readonly text: string };

export type StackStep =
  | { readonly kind: 'command'; readonly value: StackValue }
  | { readonly kind: 'datum'; readonly id: string; readonly value: StackValue }
  | {
      readonly kind: 'query';
      readonly id: string;
      readonly url: string;
      readonly data: readonly StackQueryData[];
    }
  | { readonly kind: 'mark' }
  /** Back to the last mark, answering the datum that was asked there. */
  | { readonly kind: 'rewind'; readonly value: StackValue }
  /** Leaves the app for another address. */
  | { readonly kind: 'jump'; readonly url: SuiteText };

export interface StackQueryData {
  readonly key: string;
  readonly ref: string;
}
