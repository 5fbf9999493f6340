import type { NamedOwner, OwnerCandidate } from '../../case/ownership/owner-candidate.ts';
import type {
  LeveledLocation,
  NoCandidateReason,
} from '../../case/ownership/no-candidate-reason.ts';
import type { OwnerFix } from '../../case/ownership/owner-fixes.ts';
import { ownerFixes } from '../../case/ownership/owner-fixes.ts';
import type { FailedRule, OwnerProblem } from '../../case/ownership/owner-resolution.ts';
import type { OwnerSentences } from './owner-sentences.ts';
import type { OwnerNames, OwnerProblemText, OwnerStrings } from './owner-strings.ts';
import { list } from './words.ts';

const NAMED_AT_MOST = 6;

/** Puts the sentences of a language together for each owner problem. */
export function explainOwner(say: OwnerSentences): OwnerStrings['explain'] {
  return (problem, names) => explain(say, problem, names);
}

function explain(say: OwnerSentences, problem: OwnerProblem, names: OwnerNames): OwnerProblemText {
  const things = thingsOf(say, problem, names);
  return {
    title: say.title(things),
    why: why(say, problem, things),
    ways: [toAskFor(say, problem), say.meanwhile(things)],
    fixes: ownerFixes(problem).map((fix) => fixText(say, fix, names.user || say.thisUser)),
    report: report(say, problem, things, names),
  };
}

function thingsOf(
  say: OwnerSentences,
  { creates }: Pick<OwnerProblem, 'creates'>,
  names: OwnerNames,
): readonly string[] {
  const labels = creates.map(({ caseType }) => names.caseTypeLabel(caseType));
  const distinct = [...new Set(labels.filter((label) => label !== ''))];
  return distinct.length === 0 ? [say.case] : distinct;
}

function why(say: OwnerSentences, problem: OwnerProblem, things: readonly string[]): string {
  switch (problem.kind) {
    case 'noCandidate':
      return whyNone(say, problem.reason, things);
    case 'manyCandidates':
      return say.why.many(memberships(say, problem.candidates), things);
    case 'noComputedOwner':
      return whyNotComputed(say, problem.computed, things);
  }
}

function whyNone(
  { why: say }: OwnerSentences,
  reason: NoCandidateReason,
  things: readonly string[],
): string {
  switch (reason.kind) {
    case 'noMembership':
      return say.noMembership(things);
    case 'onlyNonSharingGroups':
      return say.onlyNonSharingGroups(namesOf(reason.groups), things);
    default:
      return say[reason.kind](namesOf(reason.locations), things);
  }
}

function whyNotComputed(
  { why: say }: OwnerSentences,
  { rule, found }: FailedRule,
  things: readonly string[],
): string {
  return rule.kind === 'location' && found.length === 0
    ? say.notAtLevel(rule.level, things)
    : say.notComputed(found.length, things);
}

function memberships(say: OwnerSentences, candidates: readonly OwnerCandidate[]): string {
  const below = candidates.filter(({ via }) => via?.kind === 'descendant');
  const own = candidates.filter((candidate) => !below.includes(candidate));
  const parts = [
    counted(
      say,
      own.filter(({ kind }) => kind === 'group'),
      say.why.belongs,
    ),
    counted(
      say,
      own.filter(({ kind }) => kind === 'location'),
      say.why.works,
    ),
    counted(say, below, say.why.sees),
  ];
  return list(say.code, parts.flat());
}

function counted(
  say: OwnerSentences,
  candidates: readonly OwnerCandidate[],
  sentence: (count: number, shown: readonly string[]) => string,
): string[] {
  const { length } = candidates;
  if (length === 0) return [];
  const names = namesOf(candidates);
  const rest = length - NAMED_AT_MOST;
  const shown = rest > 1 ? [...names.slice(0, NAMED_AT_MOST), say.why.others(rest)] : names;
  return [sentence(length, shown)];
}

function toAskFor({ ask }: OwnerSentences, problem: OwnerProblem): string {
  if (problem.kind !== 'noCandidate') return ask.one;
  return problem.reason.kind === 'noMembership' ? ask.join : ask.owner;
}

function fixText({ fix: say }: OwnerSentences, fix: OwnerFix, whom: string): string {
  switch (fix.kind) {
    case 'joinGroup':
    case 'assignLocation':
      return say[fix.kind](whom);
    case 'shareGroups':
      return say.shareGroups(namesOf(fix.groups));
    case 'ownCases':
      return say.ownCases(levelsOf(fix.locations));
    case 'addLocationBelow':
    case 'stopViewing':
      return say[fix.kind](namesOf(fix.locations));
    case 'keepOne':
      return hasLocations(fix.candidates)
        ? `${say.keepOne(whom)} ${say.whenLocationsCount}`
        : say.keepOne(whom);
    case 'assignLevel':
      return say.assignLevel(whom, fix.level);
    case 'mendRule':
      return fix.rule.kind === 'location' ? say.mendLevel(fix.rule.level) : say.mendExpression;
    case 'ask':
      return say.ask;
  }
}

function report(
  say: OwnerSentences,
  problem: OwnerProblem,
  things: readonly string[],
  { app, user }: OwnerNames,
): string {
  const fixes = ownerFixes(problem).map((fix, i) => `${i + 1}. ${fixText(say, fix, say.me)}`);
  const parts = [
    say.report.cannot(things, app),
    user === '' ? '' : say.report.user(user),
    situation(say, problem),
    `${say.report.fixes}\n${fixes.join('\n')}`,
    say.report.thenSync,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function situation({ situation: say }: OwnerSentences, problem: OwnerProblem): string {
  switch (problem.kind) {
    case 'noCandidate':
      return situationOf(say, problem.reason);
    case 'manyCandidates':
      return [
        say.many(problem.candidates.length),
        ...problem.candidates.map(({ name, kind, via }) =>
          say.candidate(name, kind, via?.kind === 'descendant' ? via.of.name : undefined),
        ),
      ].join('\n');
    case 'noComputedOwner':
      return ruleSituation(say, problem.computed);
  }
}

function situationOf(say: OwnerSentences['situation'], reason: NoCandidateReason): string {
  switch (reason.kind) {
    case 'noMembership':
      return say.noMembership;
    case 'onlyNonSharingGroups':
      return say.onlyNonSharingGroups(namesOf(reason.groups));
    default:
      return say[reason.kind](namesOf(reason.locations), levelsOf(reason.locations));
  }
}

function ruleSituation(say: OwnerSentences['situation'], { rule, found }: FailedRule): string {
  return rule.kind === 'location'
    ? say.level(rule.level, found)
    : `${say.expression(found)}\n${rule.xpath}`;
}

function namesOf(owners: readonly NamedOwner[]): readonly string[] {
  return owners.map(({ name }) => name);
}

function levelsOf(locations: readonly LeveledLocation[]): readonly string[] {
  return [...new Set(locations.map(({ level }) => level))];
}

function hasLocations(candidates: readonly OwnerCandidate[]): boolean {
  return candidates.some(({ kind }) => kind !== 'group');
}
