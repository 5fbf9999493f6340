import type { OwnerCandidate } from './owner-candidate.ts';
import { distinctCandidates } from './owner-candidate.ts';
import type { OwnerPlan, OwnerResolution } from './owner-resolution.ts';
import type { OwningUser } from './owning-user.ts';
import type { ComputedOwnerRule } from './sharing-rules.ts';

/** As CommCare counts: each mention of a candidate, instead of each id. */
interface ResolveOwnerOptions {
  readonly strict?: boolean;
}

/**
 * Who will own what a form creates, taken together: the problem or the choice if any of its creates has one, else the owner
 * of the shared ones, else the acting user. `unneeded` when the form decides every owner by itself or creates nothing.
 */
export function resolveOwner(
  plans: readonly OwnerPlan[],
  candidates: readonly OwnerCandidate[],
  user: OwningUser,
  options: ResolveOwnerOptions = {},
): OwnerResolution {
  const each = plans
    .toSorted((a, b) => Number(b.source === 'shared') - Number(a.source === 'shared'))
    .map((plan) => resolvePlan(plan, candidates, user, options));
  const worst = WORST_FIRST.find((kind) => each.some((resolution) => resolution.kind === kind));
  return worst === undefined ? { kind: 'unneeded' } : joined(each, worst);
}

const WORST_FIRST = [
  'noCandidate',
  'manyCandidates',
  'noComputedOwner',
  'choice',
  'resolved',
] as const;

/** One of several resolutions of that kind, for the creates of all of them. */
function joined(
  each: readonly OwnerResolution[],
  kind: (typeof WORST_FIRST)[number],
): OwnerResolution {
  const [first, ...rest] = each.filter((resolution) => resolution.kind === kind);
  if (first === undefined || !('creates' in first)) return first ?? { kind: 'unneeded' };
  const others = rest.filter(
    (other) => kind !== 'noComputedOwner' || ruleOf(other) === ruleOf(first),
  );
  const more = others.flatMap((other) => ('creates' in other ? other.creates : []));
  return { ...first, creates: [...first.creates, ...more] };
}

/** Problems with different rules are told one after the other. */
function ruleOf(resolution: OwnerResolution): ComputedOwnerRule | undefined {
  return 'computed' in resolution ? resolution.computed?.rule : undefined;
}

/** Who will own the case of one create. */
export function resolvePlan(
  plan: OwnerPlan,
  candidates: readonly OwnerCandidate[],
  user: OwningUser,
  { strict }: ResolveOwnerOptions = {},
): OwnerResolution {
  switch (plan.source) {
    case 'given':
      return { kind: 'unneeded' };
    case 'user':
      return { kind: 'resolved', ownerId: user.userId, name: user.name };
    case 'shared':
      return sharedOwner(plan, strict ? candidates : distinctCandidates(candidates), user);
    case 'computed':
      return computedOwner(plan, distinctCandidates(candidates), user);
  }
}

/** A rule that has not been looked up, or has yielded one owner, needs nobody. Else the policy says who may decide. */
function computedOwner(
  plan: OwnerPlan,
  candidates: readonly OwnerCandidate[],
  user: OwningUser,
): OwnerResolution {
  const { found, rule } = plan.computed ?? {};
  if (rule === undefined || found === undefined || found.length === 1) return { kind: 'unneeded' };
  const creates = [plan];
  const computed = { rule, found };
  if ((plan.policy ?? 'strict') === 'strict' || candidates.length === 0)
    return { kind: 'noComputedOwner', creates, computed };
  const primary = plan.policy === 'primary' && primaryOf(candidates, user);
  if (primary) return { kind: 'resolved', ownerId: primary.id, name: primary.name };
  const named = candidates.filter(({ id }) => found.includes(id));
  return { kind: 'choice', creates, candidates: named.length > 1 ? named : candidates, computed };
}

function sharedOwner(
  plan: OwnerPlan,
  candidates: readonly OwnerCandidate[],
  user: OwningUser,
): OwnerResolution {
  const creates = [plan];
  if (candidates.length === 0) {
    const reason = user.noCandidateReason ?? { kind: 'noMembership' };
    return { kind: 'noCandidate', creates, reason };
  }
  const owner = plainOwner(plan, candidates, user);
  if (owner !== undefined) return { kind: 'resolved', ownerId: owner.id, name: owner.name };
  const mayAsk = plan.policy === 'ask' || plan.policy === 'primary';
  return { kind: mayAsk ? 'choice' : 'manyCandidates', creates, candidates };
}

function plainOwner(
  { policy = 'strict' }: OwnerPlan,
  candidates: readonly OwnerCandidate[],
  user: OwningUser,
): OwnerCandidate | undefined {
  const [first, second] = candidates;
  // A post below the person's own is nobody's own; CommCare takes it without a word when it is the only one.
  const isPlain = policy === 'strict' || first?.via?.kind !== 'descendant';
  if (second === undefined && isPlain) return first;
  return policy === 'primary' ? primaryOf(candidates, user) : undefined;
}

function primaryOf(
  candidates: readonly OwnerCandidate[],
  { primaryLocationId }: OwningUser,
): OwnerCandidate | undefined {
  return candidates.find((candidate) => candidate.id === primaryLocationId);
}
