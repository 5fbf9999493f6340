import type { OwnerId } from '../case.ts';
import type { NoCandidateReason } from './no-candidate-reason.ts';

/** Who registers, and what is known of why cases come to be owned or not. */
export interface OwningUser {
  readonly userId: string;
  readonly name: string;
  /** The first of the locations that the user is assigned to, whether or not it owns cases. */
  readonly primaryLocationId?: OwnerId | undefined;
  /** Why there is no candidate, where somebody knows it better than "belongs to nothing". */
  readonly noCandidateReason?: NoCandidateReason | undefined;
}
