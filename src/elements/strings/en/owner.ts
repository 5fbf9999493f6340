import { explainOwner } from '../explain-owner.ts';
import type { OwnerSentences } from '../owner-sentences.ts';
import type { OwnerStrings } from '../owner-strings.ts';
import { list } from '../words.ts';

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

const and = (items: readonly string[]) => list('en-GB', items);
const some = (noun: string, names: readonly string[]) =>
  names.length === 0 ? `a ${noun}` : `the ${noun}${names.length === 1 ? '' : 's'} ${and(names)}`;
const levels = (names: readonly string[]) =>
  names.length === 0
    ? 'its organization level'
    : `the organization level${names.length === 1 ? '' : 's'} ${and(names.map(quoted))}`;
const gives = (things: readonly string[]) => `This form gives the new ${and(things)} to`;
const shares = (things: readonly string[]) =>
  `This form shares the new ${and(things)} with a sharing group or a location`;

const SENTENCES: OwnerSentences = {
  code: 'en-GB',
  case: 'case',
  me: 'me',
  thisUser: 'this user',
  title: (things) => `You can’t register ${and(things.map(withArticle))} yet`,
  meanwhile: (things) =>
    `${capital(things.length === 1 ? `${withArticle(things[0] ?? '')} that is` : 'What is')} already registered can still be opened and changed.`,
  why: {
    noMembership: (things) => `${shares(things)}, and you do not belong to one yet.`,
    onlyNonSharingGroups: (groups, things) =>
      `${shares(things)}. You belong to ${some('group', groups)}, where nothing is shared.`,
    onlyNonOwningLocations: (locations, things) =>
      `${shares(things)}. You work for ${some('location', locations)}, where nothing can be kept.`,
    viewOnlyWithoutChildren: (locations, things) =>
      `${shares(things)}. You work for ${some('location', locations)}, which only sees what the places below have, and there is none yet.`,
    many: (memberships, things) =>
      `You ${memberships}, and this form gives the new ${and(things)} to exactly one.`,
    belongs: (count, shown) => `belong to ${counted(count, 'sharing group', shown)}`,
    works: (count, shown) => `work for ${counted(count, 'location', shown)}`,
    sees: (count, shown) => `see the cases of ${counted(count, 'location', shown, ' below yours')}`,
    others: (count) => `${count} others`,
    notAtLevel: (level, things) =>
      `${gives(things)} your place at the level “${level}”, and you do not work at or below one.`,
    notComputed: (found, things) =>
      `${gives(things)} an owner that the app works out by itself, which has found ${found === 0 ? 'none' : found}.`,
  },
  ask: {
    join: 'Ask your supervisor to add you to the group or location that you work for. The text below says how.',
    one: 'Ask your supervisor to change this, so that it is clear who the owner is. The text below says how.',
    owner:
      'Ask your supervisor to change this, so that there is an owner. The text below says how.',
  },
  situation: {
    noMembership: 'I am in no case sharing group, and at no location that owns cases.',
    onlyNonSharingGroups: (groups) =>
      `I am in ${some('group', groups)}, with case sharing switched off.`,
    onlyNonOwningLocations: (locations, names) =>
      `I am assigned to ${some('location', locations)}, and “Owns Cases” is not ticked in ${levels(names)}.`,
    viewOnlyWithoutChildren: (locations, names) =>
      `I am assigned to ${some('location', locations)}. “View Child Data” is ticked in ${levels(names)} and “Owns Cases” is not, and no location below owns cases.`,
    many: (count) => `For case sharing I count for ${count}:`,
    candidate: (name, kind, through) =>
      through === undefined
        ? `- ${name} (${kind})`
        : `- ${name} (${kind}, by “View Child Data” of ${through})`,
    level: (level, found) =>
      `The app takes the owner from the organization level “${level}”, and finds ${owners(found)} for me.`,
    expression: (found) =>
      `The app takes the owner from this expression, and finds ${owners(found)} for me:`,
  },
  fix: {
    joinGroup: (whom) => `Add ${whom} to one group that has case sharing switched on.`,
    assignLocation: (whom) =>
      `Assign ${whom} to one location whose organization level has “Owns Cases” ticked.`,
    shareGroups: (groups) => `Switch case sharing on in ${some('group', groups)}.`,
    ownCases: (names) =>
      `Tick “Owns Cases” in ${levels(names)}. It holds for all locations of the level.`,
    addLocationBelow: (locations) =>
      `Add a location that owns cases below ${some('location', locations)}.`,
    keepOne: (whom) => `Keep ${whom} in just one of these.`,
    whenLocationsCount: 'A location counts when its level has “Owns Cases” ticked.',
    stopViewing: (locations) =>
      `Untick “View Child Data” in the organization level of ${some('location', locations)}. What the locations below own is then not seen there any more.`,
    assignLevel: (whom, level) =>
      `Assign ${whom} to a location of the organization level “${level}”, or to one below it, as primary location.`,
    mendLevel: (level) =>
      `Let the app take the owner from another organization level than “${level}” (“case_owners” in app.json), or ask for it (“owner_policy”).`,
    mendExpression:
      'Change the expression in the app so that it yields one owner (“case_owners” in app.json), or let the app ask (“owner_policy”).',
    ask: 'Let the form ask for the owner: add a question whose answer is saved to the case property owner_id, for every case the form creates.',
  },
  report: {
    cannot: (things, app) =>
      `I can’t register ${and(things.map(withArticle))}${app === '' ? '' : ` in the app “${app}”`}, because it is not clear which group or location would own it.`,
    user: (name) => `My user name: ${name}`,
    fixes: 'Each of these would solve it:',
    thenSync: 'After that I only need to sync.',
  },
};

/** English about owners. */
export const ownerEn: OwnerStrings = {
  explain: explainOwner(SENTENCES),
  waysTitle: 'What you can do',
  fixesTitle: 'What would solve it',
  settings: 'Change it',
  fixesHint: 'You may change these settings yourself. Any one of them is enough.',
  fillInFirst:
    'Or fill the form in now. It is kept on this computer as a draft and can be sent as soon as there is an owner.',
  fillIn: 'Fill in now, send later',
  chooseTitle: (caseTypes) => `Who should the new ${and(caseTypes)} belong to?`,
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
      : `Belongs to ${owner}: ${and(people)} will see it.`,
  reviewUnknownOwner: 'Belongs to somebody outside your groups and locations.',
  reviewNobody: 'Nobody will see it: it has no owner who could.',
  reviewClosed: 'Is closed, and leaves the lists of all.',
  reviewUnseen: 'You will not see it on your lists any more.',
  reviewUnseenNew: 'You will not see it on your lists.',
  confirm: 'Send form',
  backToForm: 'Back to the questions',
};

function counted(count: number, noun: string, shown: readonly string[], where = ''): string {
  return count === 1
    ? `the ${noun} ${shown[0] ?? ''}${where}`
    : `${NUMBERS[count] ?? count} ${noun}s${where}, ${and(shown)}`;
}

function owners(found: readonly string[]): string {
  return found.length === 0 ? 'no owner' : `${found.length} owners (${found.join(', ')})`;
}

function withArticle(noun: string): string {
  return /^[aeiou]/i.test(noun) ? `an ${noun}` : `a ${noun}`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function quoted(text: string): string {
  return `“${text}”`;
}
