import type { OwnerId } from '../case.ts';

/** A group or location that may own what the user registers (specification: the candidate list). */
export interface OwnerCandidate {
  readonly id: OwnerId;
  readonly name: string;
  readonly kind: 'group' | 'location';
}
