import type { LineOf } from '../replay/format/line-shapes.ts';
import { shown } from '../replay/play/divergence.ts';
import { sorted } from '../replay/play/sorted.ts';
import { CaseSubject } from './case-subject.ts';
import { PersonSubject } from './person-subject.ts';
import { QuestionSubject } from './question-subject.ts';

/** What a matcher has found out. */
export interface Checked {
  readonly holds: boolean;
  /** What it is about, as a failure names it: `“Age” /data/age`. */
  readonly about: string;
  /** Behind “expected” or “expected not”. */
  readonly expected: string;
  readonly actual: string;
  /** Asked only when the check fails. */
  readonly why: () => readonly string[];
}

type Flag = 'relevant' | 'required' | 'readonly';

const ofQuestions = {
  toBeRelevant: (question: QuestionSubject) => flag(question, 'relevant'),
  toBeRequired: (question: QuestionSubject) => flag(question, 'required'),
  toBeReadonly: (question: QuestionSubject) => flag(question, 'readonly'),

  /** Several choices as a list, or with spaces between them. */
  toHaveValue: (question: QuestionSubject, value: string | readonly string[]) =>
    property(question, 'value', typeof value === 'string' ? value : value.join(' ')),

  /** By its kind (`constraint`, `required` …) or by the form's own words; without any, that something is wrong. */
  toHaveError(question: QuestionSubject, words?: string): Checked {
    const seen = question.see();
    const holds = words === undefined ? !seen.hasError('') : seen.hasError(words);
    const expected = words === undefined ? 'an error' : `error ${shown(words)}`;
    return { ...told(question, 'error'), holds, expected, actual: `it is ${shown(seen.error)}` };
  },

  toHaveLabel: (question: QuestionSubject, text: string) => property(question, 'label', text),
  toHaveHint: (question: QuestionSubject, text: string) => property(question, 'hint', text),

  /** All that can be chosen, by labels or by values. */
  toHaveChoices(question: QuestionSubject, choices: readonly string[]): Checked {
    const actual = question.see().choicesLike(choices);
    return { ...told(question, 'choices'), ...compared('choices', choices, actual) };
  },

  /** How many items of a repeat are asked. */
  toHaveItems(repeat: QuestionSubject, items: number): Checked {
    const about = repeat.ref;
    return { about, why: () => [], ...compared('the number of items', items, repeat.items) };
  },
} as const;

const ofCases = {
  toExist(subject: CaseSubject): Checked {
    const seen = subject.find();
    const actual = seen === undefined ? 'there is none' : `there is one: ${seen.data.caseId}`;
    const why = () => (seen === undefined ? subject.nearest() : []);
    const about = `“${subject.name}”`;
    return { about, holds: seen !== undefined, expected: 'a case of that name', actual, why };
  },

  toBeOwnedBy: (subject: CaseSubject, owner: string) =>
    ofCase(subject, 'owner', owner, subject.see().data.ownerId),

  toBeOfType: (subject: CaseSubject, type: string) =>
    ofCase(subject, 'type', type, subject.see().data.caseType),

  toBeOpen: (subject: CaseSubject) => ofCase(subject, 'status', 'open', subject.see().data.status),

  toBeClosed: (subject: CaseSubject) =>
    ofCase(subject, 'status', 'closed', subject.see().data.status),

  /** These and perhaps others; `''` for one that the case does not have. */
  toHaveProperties: (subject: CaseSubject, properties: Readonly<Record<string, string>>) =>
    ofCase(subject, 'properties', properties, subject.see().some(Object.keys(properties))),

  /** The names of the cases that its indices point to, by the name of the index. */
  toHaveParents: (subject: CaseSubject, parents: Readonly<Record<string, string>>) =>
    ofCase(subject, 'parents', parents, subject.see().parents),

  /** That it is on the device of this person. */
  toBeHeldBy: (subject: CaseSubject, user: string) =>
    among(subject, 'held by', user, subject.see().heldBy),

  /** That it is on the devices of these people and of nobody else. */
  toBeHeldByOnly: (subject: CaseSubject, users: readonly string[]) =>
    ofCase(subject, 'the devices that hold it:', sorted(users), subject.see().heldBy),

  /** That the server gives it to this person. */
  toBeVisibleTo: (subject: CaseSubject, user: string) =>
    among(subject, 'visible to', user, subject.see().visibleTo),

  /** That the server gives it to these people and to nobody else. */
  toBeVisibleToOnly: (subject: CaseSubject, users: readonly string[]) =>
    ofCase(subject, 'the people who may see it:', sorted(users), subject.see().visibleTo),
} as const;

const ofPeople = {
  /** The names of all cases on the person's device. */
  toHoldCases: (person: PersonSubject, names: readonly string[]): Checked => ({
    ...{ about: `The device of ${person.name}`, why: () => [] },
    ...compared('the cases', sorted(names), person.cases),
  }),

  /** What is before the person: which kind of screen, and its title if that matters. */
  toSee(person: PersonSubject, kind: LineOf<'expectScreen'>['subject'], title?: string): Checked {
    const { screen } = person;
    const known = title === undefined ? [screen.kind] : [screen.kind, screen.title];
    const wanted = title === undefined ? [kind] : [kind, title];
    const why = () => (screen.message === '' ? [] : [screen.message]);
    return { about: `The screen of ${person.name}`, why, ...compared('the screen', wanted, known) };
  },
} as const;

/**
 * What can be asked of a question, a case and a person, by the names that matchers have for it. Each throws a `Divergence` when what it is
 * asked of is not there: that something is not so may be said only of what there is.
 */
export const checks = { ...ofQuestions, ...ofCases, ...ofPeople } as const;

/** Throws TypeError for a subject that a check of that name is not asked of: of another one it could say nothing. */
export function requireSubject(name: keyof typeof checks, subject: unknown): void {
  const [type, call] = subjectOf(name);
  if (subject instanceof type) return;
  throw new TypeError(`${name} is asked of scenario.${call}: expect(scenario.${call}).${name}(…)`);
}

function subjectOf(name: keyof typeof checks) {
  if (name in ofQuestions) return [QuestionSubject, 'question(path)'] as const;
  if (name in ofCases) return [CaseSubject, 'case(name)'] as const;
  return [PersonSubject, 'person(user)'] as const;
}

function flag(question: QuestionSubject, name: Flag): Checked {
  return { ...told(question, name), ...compared(name, true, question.see()[name]) };
}

function property(
  question: QuestionSubject,
  name: 'value' | 'label' | 'hint',
  expected: string,
): Checked {
  return { ...told(question, name), ...compared(name, expected, question.see()[name]) };
}

function told(question: QuestionSubject, name: string): Pick<Checked, 'about' | 'why'> {
  const seen = question.see();
  const { label, path } = seen.subject;
  return { about: label === '' ? path : `“${label}” ${path}`, why: () => seen.why(name) };
}

function ofCase(subject: CaseSubject, name: string, expected: unknown, actual: unknown): Checked {
  return { about: `“${subject.name}”`, why: () => [], ...compared(name, expected, actual) };
}

function among(
  subject: CaseSubject,
  verb: string,
  user: string,
  users: readonly string[],
): Checked {
  const who = users.length === 0 ? 'nobody' : users.join(', ');
  return {
    ...{ about: `“${subject.name}”`, why: () => [] },
    ...{ holds: users.includes(user), expected: `${verb} ${user}` },
    actual: `it is ${verb} ${who}`,
  };
}

function compared(name: string, expected: unknown, actual: unknown) {
  return {
    holds: shown(expected) === shown(actual),
    expected: `${name} ${shown(expected)}`,
    actual: `it is ${shown(actual)}`,
  };
}
