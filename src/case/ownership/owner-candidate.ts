import type { OwnerId } from '../case.ts';

/** A group or location that may own what the user registers (specification: the candidate list). */
export interface OwnerCandidate {
  readonly id: OwnerId;
  /** For a location the path of names from the top, `District/Clinic/Post`: names alone need not be unique. */
  readonly name: string;
  readonly kind: 'group' | 'location';
  /** How it comes to count, where that is known. */
  readonly via?: CandidateVia;
}

/** How a candidate comes to count for a user. */
export type CandidateVia =
  | { readonly kind: 'assigned' }
  /** Below a location that the user is assigned to, whose level views its descendants. */
  | { readonly kind: 'descendant'; readonly of: NamedOwner }
  | { readonly kind: 'member' };

/** A group or location by what people call it. */
export interface NamedOwner {
  readonly id: OwnerId;
  readonly name: string;
}

/** Each candidate once, where it first stands: an id that is reached in two ways is still one owner. */
export function distinctCandidates<T extends OwnerCandidate>(candidates: readonly T[]): T[] {
  const seen = new Set<OwnerId>();
  return candidates.filter((candidate) => !seen.has(candidate.id) && seen.add(candidate.id));
}
