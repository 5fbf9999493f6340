import type { OwnerCandidate } from '../../../case/ownership/owner-candidate.ts';
import type { OwnerProblem } from '../../../case/ownership/owner-resolution.ts';
import type { OwnerNames, OwnerProblemText, OwnerStrings } from '../owner-strings.ts';
import { list } from '../words.ts';

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const NAMED_AT_MOST = 6;

/** English about owners. */
export const ownerEn: OwnerStrings = {
  explain,
  waysTitle: 'What you can do',
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
};

function explain(problem: OwnerProblem, names: OwnerNames): OwnerProblemText {
  const things = typesOf(problem, names);
  const title = `You can’t register ${list('en-GB', things.map(withArticle))} yet`;
  return problem.kind === 'noCandidate'
    ? withoutCandidate(title, things, names)
    : withCandidates(title, things, problem.candidates, names);
}

function withoutCandidate(
  title: string,
  things: readonly string[],
  names: OwnerNames,
): OwnerProblemText {
  return {
    title,
    why: `This form shares the new ${list('en-GB', things)} with a sharing group or a location, and you do not belong to one yet.`,
    ways: [
      'Ask your supervisor to add you to the group or location that you work for. The text below says how.',
      meanwhile(things),
    ],
    report: report(
      things,
      names,
      'I am in no case sharing group, and at no location that owns cases.',
      [
        'Add me to one group that has case sharing switched on.',
        'Or assign me to one location whose organization level has “Owns Cases” ticked.',
      ],
    ),
  };
}

function withCandidates(
  title: string,
  things: readonly string[],
  candidates: readonly OwnerCandidate[],
  names: OwnerNames,
): OwnerProblemText {
  return {
    title,
    why: `You ${memberships(candidates)}, and this form gives the new ${list('en-GB', things)} to exactly one.`,
    ways: [
      'Ask your supervisor to change this, so that it is clear who the owner is. The text below says how.',
      meanwhile(things),
    ],
    report: report(
      things,
      names,
      `For case sharing I count for ${candidates.length}:\n${lines(candidates)}`,
      [
        keepOne(candidates),
        'Or let the form ask for the owner: add a question whose answer is saved to the case property owner_id, for every case the form creates.',
      ],
    ),
  };
}

function keepOne(candidates: readonly OwnerCandidate[]): string {
  const keep = 'Keep me in just one of these.';
  return candidates.every((candidate) => candidate.kind === 'group')
    ? keep
    : `${keep} A location counts when its level has “Owns Cases” ticked; those below one of mine count too when its level has “View Child Data” ticked.`;
}

function typesOf(problem: OwnerProblem, names: OwnerNames): readonly string[] {
  const types = problem.creates.map((create) => names.caseTypeLabel(create.caseType));
  const distinct = [...new Set(types.filter((type) => type !== ''))];
  return distinct.length === 0 ? ['case'] : distinct;
}

function withArticle(noun: string): string {
  return /^[aeiou]/i.test(noun) ? `an ${noun}` : `a ${noun}`;
}

function memberships(candidates: readonly OwnerCandidate[]): string {
  const groups = candidates.filter((candidate) => candidate.kind === 'group');
  const locations = candidates.filter((candidate) => candidate.kind === 'location');
  const parts = [
    groups.length === 0 ? [] : `belong to ${counted(groups, 'sharing group')}`,
    locations.length === 0 ? [] : `work for ${counted(locations, 'location')}`,
  ];
  return parts.flat().join(' and ');
}

function counted(candidates: readonly OwnerCandidate[], noun: string): string {
  const { length } = candidates;
  if (length === 1) return `the ${noun} ${candidates[0]?.name ?? ''}`;
  const names = candidates.map((candidate) => candidate.name);
  const rest = length - NAMED_AT_MOST;
  const shown = rest > 1 ? [...names.slice(0, NAMED_AT_MOST), `${rest} others`] : names;
  return `${NUMBERS[length] ?? length} ${noun}s, ${list('en-GB', shown)}`;
}

function meanwhile(things: readonly string[]): string {
  const thing = things.length === 1 ? `A ${things[0]} that is` : 'What is';
  return `${thing} already registered can still be opened and changed.`.replace(
    /^A (?=[aeiou])/i,
    'An ',
  );
}

function lines(candidates: readonly OwnerCandidate[]): string {
  return candidates.map((candidate) => `- ${candidate.name} (${candidate.kind})`).join('\n');
}

function report(
  things: readonly string[],
  names: OwnerNames,
  reason: string,
  remedies: readonly string[],
): string {
  const where = names.app === '' ? '' : ` in the app “${names.app}”`;
  const who = names.user === '' ? '' : `My user name: ${names.user}`;
  const ways = remedies.map((remedy, index) => `${index + 1}. ${remedy}`).join('\n');
  const parts = [
    `I can’t register ${list('en-GB', things.map(withArticle))}${where}, because it is not clear which group or location would own it.`,
    who,
    reason,
    `What would solve it:\n${ways}`,
    'After that I only need to sync.',
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}
