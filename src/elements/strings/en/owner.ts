import type {
  LeveledLocation,
  NoCandidateReason,
} from '../../../case/ownership/no-candidate-reason.ts';
import type { NamedOwner, OwnerCandidate } from '../../../case/ownership/owner-candidate.ts';
import type { OwnerFix } from '../../../case/ownership/owner-fixes.ts';
import { ownerFixes } from '../../../case/ownership/owner-fixes.ts';
import type {
  FailedRule,
  OwnerChoice,
  OwnerProblem,
} from '../../../case/ownership/owner-resolution.ts';
import type { OwnerNames, OwnerProblemText, OwnerStrings } from '../owner-strings.ts';
import { list } from '../words.ts';

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const NAMED_AT_MOST = 6;

/** English about owners. */
export const ownerEn: OwnerStrings = {
  explain,
  waysTitle: 'What you can do',
  fixesTitle: 'What would solve it',
  settings: 'Change it',
  fixesHint: 'You may change these settings yourself. Any one of them is enough.',
  fillInFirst:
    'Or fill the form in now. It is kept on this computer as a draft and can be sent as soon as there is an owner.',
  fillIn: 'Fill in now, send later',
  chooseTitle: (caseTypes) => `Who should the new ${list('en-GB', caseTypes)} belong to?`,
  chooseHint: 'Everybody in the group or at the location you choose can see it and work with it.',
  choose: 'Continue',
  chooseMissing: 'Choose one of these',
  dontKnow: 'If you are not sure',
  group: 'group',
  location: 'location',
  reportTitle: 'Text for your supervisor',
  reportHint: 'Copy it into a message. It says what has to be changed, and where.',
  copy: 'Copy text',
  copied: 'Copied. Paste it into a message to your supervisor.',
  copyFailed: 'This browser does not allow copying. The text is selected: press Ctrl+C.',
  checkAgain: 'Sync and check again',
  checking: 'Checking…',
  back: 'Back',
  details: 'Message in CommCare’s words',
  reviewTitle: 'Who will see this?',
  reviewNew: 'new',
  reviewOwner: (owner, people) =>
    people.length === 0
      ? `Belongs to ${owner}.`
      : `Belongs to ${owner}: ${list('en-GB', people)} will see it.`,
  reviewUnknownOwner: 'Belongs to somebody outside your groups and locations.',
  reviewNobody: 'Nobody will see it: it has no owner who could.',
  reviewClosed: 'Is closed, and leaves the lists of all.',
  reviewUnseen: 'You will not see it on your lists any more.',
  reviewUnseenNew: 'You will not see it on your lists.',
  confirm: 'Send form',
  backToForm: 'Back to the questions',
};

function explain(problem: OwnerProblem, names: OwnerNames): OwnerProblemText {
  const things = typesOf(problem, names);
  return {
    title: `You can’t register ${list('en-GB', things.map(withArticle))} yet`,
    why: whyNot(problem, things),
    ways: [toAskFor(problem), meanwhile(things)],
    fixes: ownerFixes(problem).map((fix) => fixText(fix, names.user || 'this user')),
    report: report(problem, things, names),
  };
}

function whyNot(problem: OwnerProblem, things: readonly string[]): string {
  switch (problem.kind) {
    case 'noCandidate':
      return whyNone(problem.reason, things);
    case 'manyCandidates':
      return whyMany(problem, things);
    case 'noComputedOwner':
      return whyNotComputed(problem.computed, things);
  }
}

function whyNotComputed({ rule, found }: FailedRule, things: readonly string[]): string {
  const gives = `This form gives the new ${list('en-GB', things)} to`;
  if (rule.kind === 'location' && found.length === 0)
    return `${gives} your place at the level “${rule.level}”, and you do not work at or below one.`;
  const yields = found.length === 0 ? 'which has found none' : `which has found ${found.length}`;
  return `${gives} an owner that the app works out by itself, ${yields}.`;
}

function whyNone(reason: NoCandidateReason, things: readonly string[]): string {
  const form = `This form shares the new ${list('en-GB', things)} with a sharing group or a location`;
  switch (reason.kind) {
    case 'noMembership':
      return `${form}, and you do not belong to one yet.`;
    case 'onlyNonSharingGroups':
      return `${form}. You belong to ${named(reason.groups, 'group')}, where nothing is shared.`;
    case 'onlyNonOwningLocations':
      return `${form}. You work for ${named(reason.locations, 'location')}, where nothing can be kept.`;
    case 'viewOnlyWithoutChildren':
      return `${form}. You work for ${named(reason.locations, 'location')}, which only sees what the places below have, and there is none yet.`;
  }
}

function whyMany(
  { candidates }: Pick<OwnerChoice, 'candidates'>,
  things: readonly string[],
): string {
  return `You ${memberships(candidates)}, and this form gives the new ${list('en-GB', things)} to exactly one.`;
}

function toAskFor(problem: OwnerProblem): string {
  const aim =
    problem.kind !== 'noCandidate'
      ? 'Ask your supervisor to change this, so that it is clear who the owner is.'
      : problem.reason.kind === 'noMembership'
        ? 'Ask your supervisor to add you to the group or location that you work for.'
        : 'Ask your supervisor to change this, so that there is an owner.';
  return `${aim} The text below says how.`;
}

/** What is the matter, in the words of the settings. */
function situation(problem: OwnerProblem): string {
  if (problem.kind === 'manyCandidates') {
    const { candidates } = problem;
    return `For case sharing I count for ${candidates.length}:\n${candidates.map(line).join('\n')}`;
  }
  if (problem.kind === 'noComputedOwner') return ruleSituation(problem.computed);
  const { reason } = problem;
  switch (reason.kind) {
    case 'noMembership':
      return 'I am in no case sharing group, and at no location that owns cases.';
    case 'onlyNonSharingGroups':
      return `I am in ${named(reason.groups, 'group')}, with case sharing switched off.`;
    case 'onlyNonOwningLocations':
      return `I am assigned to ${named(reason.locations, 'location')}, and “Owns Cases” is not ticked in ${levels(reason.locations)}.`;
    case 'viewOnlyWithoutChildren':
      return `I am assigned to ${named(reason.locations, 'location')}. “View Child Data” is ticked in ${levels(reason.locations)} and “Owns Cases” is not, and no location below owns cases.`;
  }
}

function ruleSituation({ rule, found }: FailedRule): string {
  const yields = found.length === 0 ? 'no owner' : `${found.length} owners (${found.join(', ')})`;
  return rule.kind === 'location'
    ? `The app takes the owner from the organization level “${rule.level}”, and finds ${yields} for me.`
    : `The app takes the owner from this expression, and finds ${yields} for me:\n${rule.xpath}`;
}

function line({ name, kind, via }: OwnerCandidate): string {
  return via?.kind === 'descendant'
    ? `- ${name} (${kind}, by “View Child Data” of ${via.of.name})`
    : `- ${name} (${kind})`;
}

function fixText(fix: OwnerFix, whom: string): string {
  switch (fix.kind) {
    case 'joinGroup':
      return `Add ${whom} to one group that has case sharing switched on.`;
    case 'assignLocation':
      return `Assign ${whom} to one location whose organization level has “Owns Cases” ticked.`;
    case 'shareGroups':
      return `Switch case sharing on in ${named(fix.groups, 'group')}.`;
    case 'ownCases':
      return `Tick “Owns Cases” in ${levels(fix.locations)}. It holds for all locations of the level.`;
    case 'addLocationBelow':
      return `Add a location that owns cases below ${named(fix.locations, 'location')}.`;
    case 'keepOne':
      return keepOne(fix.candidates, whom);
    case 'stopViewing':
      return `Untick “View Child Data” in the organization level of ${named(fix.locations, 'location')}. What the locations below own is then not seen there any more.`;
    case 'assignLevel':
      return `Assign ${whom} to a location of the organization level “${fix.level}”, or to one below it, as primary location.`;
    case 'mendRule':
      return fix.rule.kind === 'location'
        ? `Let the app take the owner from another organization level than “${fix.rule.level}” (“case_owners” in app.json), or ask for it (“owner_policy”).`
        : 'Change the expression in the app so that it yields one owner (“case_owners” in app.json), or let the app ask (“owner_policy”).';
    case 'ask':
      return 'Let the form ask for the owner: add a question whose answer is saved to the case property owner_id, for every case the form creates.';
  }
}

function keepOne(candidates: readonly OwnerCandidate[], whom: string): string {
  const keep = `Keep ${whom} in just one of these.`;
  return candidates.every((candidate) => candidate.kind === 'group')
    ? keep
    : `${keep} A location counts when its level has “Owns Cases” ticked.`;
}

function named(owners: readonly NamedOwner[], noun: string): string {
  if (owners.length === 0) return `a ${noun}`;
  const names = owners.map((owner) => owner.name);
  return `the ${noun}${owners.length === 1 ? '' : 's'} ${list('en-GB', names)}`;
}

function levels(locations: readonly LeveledLocation[]): string {
  const distinct = [...new Set(locations.map(({ level }) => `“${level}”`))];
  if (distinct.length === 0) return 'its organization level';
  return `the organization level${distinct.length === 1 ? '' : 's'} ${list('en-GB', distinct)}`;
}

function typesOf(problem: Pick<OwnerProblem, 'creates'>, names: OwnerNames): readonly string[] {
  const types = problem.creates.map((create) => names.caseTypeLabel(create.caseType));
  const distinct = [...new Set(types.filter((type) => type !== ''))];
  return distinct.length === 0 ? ['case'] : distinct;
}

function withArticle(noun: string): string {
  return /^[aeiou]/i.test(noun) ? `an ${noun}` : `a ${noun}`;
}

function memberships(candidates: readonly OwnerCandidate[]): string {
  const below = candidates.filter(({ via }) => via?.kind === 'descendant');
  const own = candidates.filter((candidate) => !below.includes(candidate));
  const groups = own.filter((candidate) => candidate.kind === 'group');
  const locations = own.filter((candidate) => candidate.kind === 'location');
  const parts = [
    groups.length === 0 ? [] : `belong to ${counted(groups, 'sharing group')}`,
    locations.length === 0 ? [] : `work for ${counted(locations, 'location')}`,
    below.length === 0 ? [] : `see the cases of ${counted(below, 'location', ' below yours')}`,
  ];
  return list('en-GB', parts.flat());
}

function counted(candidates: readonly OwnerCandidate[], noun: string, where = ''): string {
  const { length } = candidates;
  if (length === 1) return `the ${noun} ${candidates[0]?.name ?? ''}${where}`;
  const names = candidates.map((candidate) => candidate.name);
  const rest = length - NAMED_AT_MOST;
  const shown = rest > 1 ? [...names.slice(0, NAMED_AT_MOST), `${rest} others`] : names;
  return `${NUMBERS[length] ?? length} ${noun}s${where}, ${list('en-GB', shown)}`;
}

function meanwhile(things: readonly string[]): string {
  const thing = things.length === 1 ? `A ${things[0]} that is` : 'What is';
  return `${thing} already registered can still be opened and changed.`.replace(
    /^A (?=[aeiou])/i,
    'An ',
  );
}

function report(
  problem: OwnerProblem,
  things: readonly string[],
  { app, user }: OwnerNames,
): string {
  const where = app === '' ? '' : ` in the app “${app}”`;
  const fixes = ownerFixes(problem).map((fix, index) => `${index + 1}. ${fixText(fix, 'me')}`);
  const parts = [
    `I can’t register ${list('en-GB', things.map(withArticle))}${where}, because it is not clear which group or location would own it.`,
    user === '' ? '' : `My user name: ${user}`,
    situation(problem),
    `Each of these would solve it:\n${fixes.join('\n')}`,
    'After that I only need to sync.',
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}
