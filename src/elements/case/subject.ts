import type { ShownOwner } from './shown-owner.ts';

/** The case that one works on: the largest thing on its pages. */
export interface Subject {
  readonly caseName: string;
  /** `undefined` when it is not known here by name. */
  readonly owner: ShownOwner | undefined;
}
