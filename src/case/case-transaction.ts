import type { CaseAttachment, CaseId, CaseRelationship, OwnerId } from './case.ts';

/** The namespace of case blocks. Case transaction format, version 2. */
export const CASE_NAMESPACE = 'http://commcarehq.org/case/transaction/v2';

/** One `<case>` block of a form or a restore. Case transaction format, version 2. */
export interface CaseTransaction {
  readonly caseId: CaseId;
  /** ISO 8601 date or date with time. */
  readonly dateModified: string;
  /** `''` when the block names no user. */
  readonly userId: string;
  /** In document order. */
  readonly actions: readonly CaseAction[];
  /** True when the block is the whole case (our own restore says so): what it does not mention is gone. */
  readonly complete?: boolean;
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
  readonly relationship: CaseRelationship;
}
