import type { OwnerId } from '../case.ts';
import type { ComputedOwner } from './computed-owner.ts';
import type { NoCandidateReason } from './no-candidate-reason.ts';
import type { OwnerCandidate } from './owner-candidate.ts';
import type { ComputedOwnerRule, OwnerPolicy } from './sharing-rules.ts';
import { withShortNames } from './with-short-names.ts';

/**
 * How one create gets its owner. `given`: the form decides by itself. `user`: the acting user, because the app does not
 * share such cases. `shared`: a case sharing group or location of the user. `computed`: by a rule of the app.
 */
export interface OwnerPlan {
  readonly caseType: string;
  /** Reference of the `<case>` element, such as `/data/case`. */
  readonly ref: string;
  readonly source: 'given' | 'user' | 'shared' | 'computed';
  /** What happens when the owner is not plain; `strict` by default. */
  readonly policy?: OwnerPolicy;
  /** For `computed`. */
  readonly computed?: ComputedOwner;
}

/** The owner of what a form creates, or why there is none. An expected outcome, never thrown. */
export type OwnerResolution =
  | { readonly kind: 'resolved'; readonly ownerId: OwnerId; readonly name: string }
  | { readonly kind: 'unneeded' }
  | OwnerChoice
  | OwnerProblem;

/** The person has to say which of the candidates it is. */
export interface OwnerChoice {
  readonly kind: 'choice';
  readonly creates: readonly OwnerPlan[];
  readonly candidates: readonly OwnerCandidate[];
  /** The rule that left it open. */
  readonly computed?: FailedRule;
}

/** A rule that yields no owner, or several. */
export interface FailedRule {
  readonly rule: ComputedOwnerRule;
  /** Empty, or more than one. */
  readonly found: readonly OwnerId[];
}

/** The owner is not plain, and nobody here may decide. */
export type OwnerProblem =
  | {
      readonly kind: 'noCandidate';
      readonly creates: readonly OwnerPlan[];
      readonly reason: NoCandidateReason;
    }
  | {
      readonly kind: 'manyCandidates';
      readonly creates: readonly OwnerPlan[];
      readonly candidates: readonly OwnerCandidate[];
    }
  | {
      readonly kind: 'noComputedOwner';
      readonly creates: readonly OwnerPlan[];
      readonly computed: FailedRule;
    };

/** What would be wrong if the person had no choice. */
export function problemBehind({ creates, candidates, computed }: OwnerChoice): OwnerProblem {
  return computed === undefined
    ? { kind: 'manyCandidates', creates, candidates }
    : { kind: 'noComputedOwner', creates, computed };
}

/** The same, with its candidates called as people call them beside each other. */
export function inShort<Open extends OwnerProblem | OwnerChoice>(open: Open): Open {
  return 'candidates' in open ? { ...open, candidates: withShortNames(open.candidates) } : open;
}

/** True for a resolution that keeps a form from being finished. */
export function isOwnerProblem(resolution: OwnerResolution): resolution is OwnerProblem {
  return PROBLEMS.includes(resolution.kind);
}

const PROBLEMS: readonly string[] = [
  'noCandidate',
  'manyCandidates',
  'noComputedOwner',
] satisfies OwnerProblem['kind'][];

/**
 * Whether the form may be filled in all the same and kept until there is an owner. Not under the policy `strict`: as in
 * CommCare such a form does not open.
 */
export function mayFillInFirst({ creates }: OwnerProblem): boolean {
  return creates.every(({ policy = 'strict' }) => policy !== 'strict');
}

/** The locale key of the assertion that CommCare's builder writes into an entry whose form needs one candidate. */
export const SHARING_ASSERTION_KEY = 'case_sharing.exactly_one_group';
