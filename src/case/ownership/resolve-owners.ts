import { UNOWNED } from '../case.ts';
import type { OwnerId } from '../case.ts';
import type { OwnerCandidate } from './owner-candidate.ts';
import type { OwnerPlan, OwnerProblem } from './owner-resolution.ts';
import { isOwnerProblem } from './owner-resolution.ts';
import { ownerRule } from './owner-rule.ts';
import type { CaseFormAction } from './owner-rule.ts';
import type { OwningUser } from './owning-user.ts';
import { resolveOwner } from './resolve-owner.ts';

/** An action with what a filled-in form makes of it. */
export interface AnsweredAction {
  readonly action: CaseFormAction;
  /** What the form computes for a mapped `owner_id`; `undefined` when that question is not relevant. */
  readonly owner?: OwnerId | undefined;
  /** False when the condition of a create does not hold. */
  readonly happens?: boolean;
  /** How often, for an action in a repeat. */
  readonly times?: number;
  /** The answer that decides the relationship of an index; without one it is a child, as for any index. */
  readonly relationship?: 'child' | 'extension';
}

export type CaseOwner =
  | { readonly kind: 'owner'; readonly ownerId: OwnerId }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'noCase' };

export type OwnersResolution =
  { readonly kind: 'resolved'; readonly owners: readonly CaseOwner[] } | OwnerProblem;

export interface ResolveOwnersOptions {
  readonly caseSharing: boolean;
  /** As CommCare does it: repeated candidates count, a blank owner stays blank on the device. */
  readonly strict?: boolean;
}

/**
 * Who will own the cases of a filled-in form, one owner for each case in the order of the actions, or the reason why
 * the form may not open.
 */
export function resolveOwners(
  answered: readonly AnsweredAction[],
  candidates: readonly OwnerCandidate[],
  user: OwningUser,
  options: ResolveOwnersOptions,
): OwnersResolution {
  const plans = answered.flatMap((item) => automaticPlan(item, options));
  const automatic = resolveOwner(plans, candidates, user, { strict: options.strict ?? false });
  if (isOwnerProblem(automatic)) return automatic;
  const ownerId = automatic.kind === 'resolved' ? automatic.ownerId : user.userId;
  const ids = { automatic: ownerId, user: user.userId };
  return { kind: 'resolved', owners: answered.flatMap((item) => ownersOf(item, ids, options)) };
}

function automaticPlan(
  { action, relationship }: AnsweredAction,
  { caseSharing, strict }: ResolveOwnersOptions,
): OwnerPlan[] {
  const rule = ownerRule(action);
  const byAnswer = rule === 'relationship' && relationship !== 'extension' && !strict;
  if (rule !== 'automatic' && !byAnswer) return [];
  const { caseType, ref } = action;
  return [{ caseType, ref, source: caseSharing ? 'shared' : 'user' }];
}

interface KnownOwners {
  readonly automatic: OwnerId;
  readonly user: OwnerId;
}

function ownersOf(
  item: AnsweredAction,
  ids: KnownOwners,
  options: ResolveOwnersOptions,
): CaseOwner[] {
  if (item.happens === false) return [withoutEffect(item)];
  return Array.from({ length: item.times ?? 1 }, () => ownerOf(item, ids, options));
}

/** A condition that does not hold leaves a case that is there as it was. */
function withoutEffect({ action }: AnsweredAction): CaseOwner {
  return { kind: action.kind === 'update' ? 'unchanged' : 'noCase' };
}

function ownerOf(item: AnsweredAction, ids: KnownOwners, options: ResolveOwnersOptions): CaseOwner {
  switch (ownerRule(item.action)) {
    case 'given':
      return givenOwner(item, ids, options);
    case 'automatic':
      return owner(ids.automatic);
    case 'unowned':
      return owner(UNOWNED);
    case 'relationship':
      return owner(ownerByRelationship(item, ids, options));
    case 'sender':
      return owner(ids.user);
    case 'unchanged':
      return { kind: 'unchanged' };
  }
}

function givenOwner(
  { action, owner: given }: AnsweredAction,
  ids: KnownOwners,
  { strict }: ResolveOwnersOptions,
): CaseOwner {
  if (given === undefined) return ownerWithoutAnswer(action, ids);
  if (given !== '' || strict) return owner(given);
  return action.kind === 'update' ? { kind: 'unchanged' } : owner(ids.user);
}

/** What stands in the form when the question is not relevant: the builder writes `-` into its own creates only. */
function ownerWithoutAnswer({ kind }: CaseFormAction, ids: KnownOwners): CaseOwner {
  if (kind === 'update') return { kind: 'unchanged' };
  return owner(kind === 'saveToCase' ? ids.user : UNOWNED);
}

function ownerByRelationship(
  { relationship }: AnsweredAction,
  ids: KnownOwners,
  { strict }: ResolveOwnersOptions,
): OwnerId {
  if (relationship === 'extension') return UNOWNED;
  return strict ? ids.user : ids.automatic;
}

function owner(ownerId: OwnerId): CaseOwner {
  return { kind: 'owner', ownerId };
}
