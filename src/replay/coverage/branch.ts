/** What a branch is about. */
export type BranchKind =
  'question' | 'relevant' | 'required' | 'constraint' | 'choice' | 'repeat' | 'case' | 'owner';

/** One way on which a form can go, to be seen at least once. */
export interface Branch {
  /** Unique in its form. */
  readonly id: string;
  readonly kind: BranchKind;
  /** Reference without positions of the node that it is about. */
  readonly ref: string;
  /** Which of its sides: `seen`, `answered`, `true`, `false`, `met`, `broken`, the value of a choice, `none`, `one`, `many`, … */
  readonly side: string;
  /** Of the form, 1-based; 0 where none says it. */
  readonly line: number;
}

export function branchId(kind: BranchKind, ref: string, side: string): string {
  return `${kind} ${ref} ${side}`;
}
