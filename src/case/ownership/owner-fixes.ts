import type { LeveledLocation, NoCandidateReason } from './no-candidate-reason.ts';
import type { NamedOwner, OwnerCandidate } from './owner-candidate.ts';
import type { FailedRule, OwnerProblem } from './owner-resolution.ts';
import type { ComputedOwnerRule } from './sharing-rules.ts';

/** One change of the settings that would solve an owner problem; any one of those listed does. */
export type OwnerFix =
  | { readonly kind: 'joinGroup' }
  | { readonly kind: 'assignLocation' }
  | { readonly kind: 'shareGroups'; readonly groups: readonly NamedOwner[] }
  /** Tick "Owns Cases"; it holds for all locations of the level. */
  | { readonly kind: 'ownCases'; readonly locations: readonly LeveledLocation[] }
  | { readonly kind: 'addLocationBelow'; readonly locations: readonly NamedOwner[] }
  | { readonly kind: 'keepOne'; readonly candidates: readonly OwnerCandidate[] }
  /** Untick "View Child Data": then the person does not see what is owned below any more. */
  | { readonly kind: 'stopViewing'; readonly locations: readonly NamedOwner[] }
  /** Assign to a location of that level, or below one. */
  | { readonly kind: 'assignLevel'; readonly level: string }
  /** The rule in the app is at fault, or what it reads. */
  | { readonly kind: 'mendRule'; readonly rule: ComputedOwnerRule }
  /** Let the app ask, or a question of the form give the owner. */
  | { readonly kind: 'ask' };

/** What would solve the problem, the likeliest first. */
export function ownerFixes(problem: OwnerProblem): OwnerFix[] {
  switch (problem.kind) {
    case 'noCandidate':
      return fixesFor(problem.reason);
    case 'manyCandidates':
      return fixesForMany(problem.candidates);
    case 'noComputedOwner':
      return fixesForRule(problem.computed);
  }
}

/** A level that nobody above the user has is a matter of where the user works; an expression is the app's. */
function fixesForRule({ rule, found }: FailedRule): OwnerFix[] {
  const mend: OwnerFix = { kind: 'mendRule', rule };
  return rule.kind === 'location' && found.length === 0
    ? [{ kind: 'assignLevel', level: rule.level }, mend]
    : [mend];
}

function fixesFor(reason: NoCandidateReason): OwnerFix[] {
  switch (reason.kind) {
    case 'noMembership':
      return [{ kind: 'joinGroup' }, { kind: 'assignLocation' }];
    case 'onlyNonSharingGroups':
      return [
        { kind: 'shareGroups', groups: reason.groups },
        { kind: 'joinGroup' },
        { kind: 'assignLocation' },
      ];
    case 'onlyNonOwningLocations':
      return [{ kind: 'ownCases', locations: reason.locations }, ...ELSEWHERE];
    case 'viewOnlyWithoutChildren':
      return [
        { kind: 'addLocationBelow', locations: reason.locations },
        { kind: 'ownCases', locations: reason.locations },
        ...ELSEWHERE,
      ];
  }
}

const ELSEWHERE: readonly OwnerFix[] = [{ kind: 'assignLocation' }, { kind: 'joinGroup' }];

/** Whoever has several posts below the own one is meant to see them, so there asking comes first. */
function fixesForMany(candidates: readonly OwnerCandidate[]): OwnerFix[] {
  const viewing = viewingLocations(candidates);
  if (viewing.length === 0) return [{ kind: 'keepOne', candidates }, { kind: 'ask' }];
  return [{ kind: 'ask' }, { kind: 'stopViewing', locations: viewing }];
}

/** The locations by whose level the candidates below them count, each once. */
function viewingLocations(candidates: readonly OwnerCandidate[]): NamedOwner[] {
  const viewing = candidates.flatMap(({ via }) => (via?.kind === 'descendant' ? [via.of] : []));
  return [...new Map(viewing.map((location) => [location.id, location])).values()];
}
