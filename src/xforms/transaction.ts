import type { InstanceNode } from './instance/instance-node.ts';
import type { EvaluationProblem } from './recalculation/recalculation.ts';

/** Who caused a change. */
export type TransactionSource = 'user' | 'form' | 'caseManagement' | 'replay';

/** What a call of `FormInstance.transact` is made with. */
export interface TransactionOptions {
  readonly source: TransactionSource;
  /** It came of what was done before it, as what an address fills in: one undo takes both back. */
  readonly follows?: boolean;
}

/** One thing to change. References carry positions (`/data/child[2]/name`); a step without one means the first. */
export type Edit =
  | { readonly kind: 'setValue'; readonly ref: string; readonly value: string }
  | { readonly kind: 'addRepeat'; readonly ref: string; readonly index?: number }
  | { readonly kind: 'removeRepeat'; readonly ref: string }
  | { readonly kind: 'setLanguage'; readonly language: string };

/** What a call of `FormInstance.transact` did. */
export interface Transaction {
  readonly source: TransactionSource;
  readonly edits: readonly Edit[];
  /** Nodes of which anything that can be seen has changed: value, relevance, label, choices, validity … */
  readonly changed: ReadonlySet<InstanceNode>;
  readonly refusals: readonly Refusal[];
  /** Faults of the form that showed while it was computed. */
  readonly problems: readonly EvaluationProblem[];
  /** It belongs to the transaction before it, and is taken back with that. */
  readonly follows?: true;
  /** Where an earlier change was taken back, or done again. */
  readonly turned?: {
    readonly direction: 'back' | 'forth';
    /** The questions that had been answered, and the items that had been added or removed; some are not part of the form now. */
    readonly nodes: readonly InstanceNode[];
  };
}

/** An edit that was not taken; the instance is as it was before it. */
export interface Refusal {
  readonly edit: Edit;
  readonly reason:
    | 'required'
    | 'constraint'
    | 'badValue'
    | 'noSuchChoice'
    | 'readonly'
    | 'notRelevant'
    | 'noSuchNode';
  /** A sentence for the person who typed; `''` when the reason says it all. */
  readonly message: string;
}
