import type { CaseAttachment, CaseId, OwnerId } from './case.ts';

/** One `<case>` block of a form or a restore. Case transaction format, version 2. */
export interface CaseTransaction {
  readonly caseId: CaseId;
  readonly dateModified: string;
  /** `''` when the block names no user. */
  readonly userId: string;
  /** In document order. */
  readonly actions: readonly CaseAction[];
}

export type CaseAction =
  | {
      readonly kind: 'create';
      readonly caseType: string;
      readonly caseName: string;
      /** `undefined` when the element is missing; a blank one counts as missing too when it is applied. */
      readonly ownerId: OwnerId | undefined;
    }
  | { readonly kind: 'update'; readonly properties: readonly CaseProperty[] }
  | { readonly kind: 'index'; readonly indices: readonly IndexChange[] }
  | { readonly kind: 'attachment'; readonly attachments: readonly CaseAttachment[] }
  | { readonly kind: 'close' };

export interface CaseProperty {
  readonly name: string;
  readonly value: string;
}

/** A blank target removes the index of that name. */
export interface IndexChange {
  readonly name: string;
  readonly caseType: string;
  readonly target: CaseId;
  readonly relationship: 'child' | 'extension';
}
