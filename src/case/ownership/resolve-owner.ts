import type { OwnerCandidate } from './owner-candidate.ts';
import { distinctCandidates } from './owner-candidate.ts';
import type { OwnerPlan, OwnerResolution } from './owner-resolution.ts';

/**
 * Who will own what the form creates: the single candidate for `shared` plans, else the acting user for `user` plans.
 * `unneeded` when the form decides every owner by itself or creates nothing. Candidates count by distinct id; with
 * `strict` each mention counts, as in CommCare's assertion.
 */
export function resolveOwner(
  plans: readonly OwnerPlan[],
  candidates: readonly OwnerCandidate[],
  user: { readonly userId: string; readonly name: string },
  options: { readonly strict?: boolean } = {},
): OwnerResolution {
  const shared = plans.filter((plan) => plan.source === 'shared');
  if (shared.length > 0) {
    return sharedOwner(shared, options.strict ? candidates : distinctCandidates(candidates));
  }
  if (!plans.some((plan) => plan.source === 'user')) return { kind: 'unneeded' };
  return { kind: 'resolved', ownerId: user.userId, name: user.name };
}

function sharedOwner(
  creates: readonly OwnerPlan[],
  candidates: readonly OwnerCandidate[],
): OwnerResolution {
  const [first, second] = candidates;
  if (first === undefined) return { kind: 'noCandidate', creates };
  if (second !== undefined) return { kind: 'manyCandidates', creates, candidates };
  return { kind: 'resolved', ownerId: first.id, name: first.name };
}
