import type { OwnerId } from '../case.ts';
import type { OwnerCandidate } from './owner-candidate.ts';

/**
 * How one create gets its owner. `given`: the form decides by itself. `user`: the acting user, because the app does not
 * share cases. `shared`: the user's single case sharing group or location.
 */
export interface OwnerPlan {
  readonly caseType: string;
  /** Reference of the `<case>` element, such as `/data/case`. */
  readonly ref: string;
  readonly source: 'given' | 'user' | 'shared';
}

/** The owner of what a form creates, or why there is none. An expected outcome, never thrown. */
export type OwnerResolution =
  | { readonly kind: 'resolved'; readonly ownerId: OwnerId; readonly name: string }
  | { readonly kind: 'unneeded' }
  | OwnerProblem;

export type OwnerProblem =
  | { readonly kind: 'noCandidate'; readonly creates: readonly OwnerPlan[] }
  | {
      readonly kind: 'manyCandidates';
      readonly creates: readonly OwnerPlan[];
      readonly candidates: readonly OwnerCandidate[];
    };

/** The locale key of the assertion that CommCare's builder writes into an entry whose form needs one candidate. */
export const SHARING_ASSERTION_KEY = 'case_sharing.exactly_one_group';
