import type { ShownHolder, ShownOwner } from './shown-owner.ts';

/** A case as it will be when the form has been sent. */
export interface ShownFuture {
  readonly caseName: string;
  readonly typeLabel: string;
  readonly isNew: boolean;
  readonly isClosed: boolean;
  /** `undefined` for one that is not known here by name. */
  readonly owner: ShownOwner | undefined;
  /** Who will see it besides those that the owner stands for, as far as this device knows. */
  readonly holders: readonly ShownHolder[];
  readonly isHeldByNobody: boolean;
  /** Whether the user will see it. */
  readonly isHeldHere: boolean;
}
