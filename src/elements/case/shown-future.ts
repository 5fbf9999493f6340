import type { ShownOwner } from './shown-owner.ts';

/** A case as it will be when the form has been sent. */
export interface ShownFuture {
  readonly caseName: string;
  readonly typeLabel: string;
  readonly isNew: boolean;
  readonly isClosed: boolean;
  /** `undefined` for one that is not known here by name. */
  readonly owner: ShownOwner | undefined;
  readonly isHeldByNobody: boolean;
  /** Whether the user will see it. */
  readonly isHeldHere: boolean;
}
