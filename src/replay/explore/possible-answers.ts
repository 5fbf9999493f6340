import type { FormInstance } from '../../xforms/form-instance.ts';
import type { InstanceNode } from '../../xforms/instance/instance-node.ts';
import { answerType } from '../../xforms/answer-type.ts';
import type { FormRules, Literals } from './form-rules.ts';
import { matchingText } from './matching-text.ts';

const DAY = 24 * 60 * 60 * 1000;

/** No form means a day farther from now than this many days: a larger number in it is about something else. */
const FARTHEST_DAY = 50_000;

/** A text is tried at both sides of a length that the form speaks of, up to this one. */
const LONGEST_TEXT = 300;

/**
 * Answers that are worth trying at a question, the telling ones first: what the form compares with, and its neighbours; all choices,
 * alone and together; and what people of all kinds write. Some of them are none of the question's type.
 */
export function possibleAnswers(
  form: FormInstance,
  node: InstanceNode,
  rules: FormRules,
  random: () => number,
): readonly string[] {
  const literals = rules.literalsAbout(node.definition);
  const choices = offered(form, node);
  const answers =
    choices === undefined ? typed(form, node, literals, random) : chosen(node, choices, random);
  return [...new Set(answers)];
}

/** The values that a select offers now; `undefined` where anything may be written. */
function offered(form: FormInstance, node: InstanceNode): readonly string[] | undefined {
  const select = node.definition.controls.find((control) => 'items' in control);
  if (select === undefined) return undefined;
  try {
    return form.choicesAt(select, node).map(({ value }) => value);
  } catch {
    // A lookup table is missing: the form's own problem, told where it is shown.
    return [];
  }
}

function chosen(node: InstanceNode, values: readonly string[], random: () => number): string[] {
  const type = answerType(node.definition);
  if (type === 'rank') return [values.join(' '), values.toReversed().join(' ')];
  if (type !== 'select') return [...values];
  const pairs = values.map((value) => {
    const other = values[Math.floor(random() * values.length)] ?? value;
    return other === value ? value : `${value} ${other}`;
  });
  return [...values, ...pairs, values.join(' ')];
}

function typed(
  form: FormInstance,
  node: InstanceNode,
  literals: Literals,
  random: () => number,
): string[] {
  const near = literals.numbers.flatMap((number) => [number, number - 1, number + 1]);
  switch (answerType(node.definition)) {
    case 'int':
    case 'long':
      return [...near.filter(Number.isInteger), 0, 1, 2, 7, 25, 60, 120, -1]
        .map(String)
        .concat('x');
    case 'decimal':
      return [...near, ...near.map((each) => each + 0.5), 0, 0.5, 1, 12.5, 36.6, 100, -1].map(
        String,
      );
    case 'date':
      return days(form, literals);
    case 'dateTime':
      return days(form, literals).flatMap((day) => [`${day}T08:30:00.000Z`]);
    case 'time':
      return ['08:30:00.000', '00:00:00.000', '23:59:00.000'];
    case 'geopoint':
      return ['-1.2921 36.8219 1661.0 5.0', '0 0 0 0'];
    case 'geotrace':
      return ['-1.29 36.82 0 0; -1.3 36.83 0 0'];
    case 'geoshape':
      return ['-1.29 36.82 0 0; -1.3 36.83 0 0; -1.31 36.81 0 0; -1.29 36.82 0 0'];
    case 'boolean':
      return ['true', 'false'];
    default:
      return texts(node, literals, near, random);
  }
}

/** Days around now, as far away as the numbers of the form say, and those that it names. */
function days(form: FormInstance, { numbers, texts }: Literals): string[] {
  const today = form.environment.now();
  const whole = numbers.filter(
    (number) => Number.isInteger(number) && Math.abs(number) < FARTHEST_DAY,
  );
  const distances = whole.flatMap((number) => [number, number - 1, number + 1]);
  const both = distances.flatMap((distance) => [distance, -distance]);
  const named = texts.filter((text) => /^\d{4}-\d\d-\d\d$/.test(text));
  const years = whole
    .filter((number) => number > 0 && number <= 120)
    .map((number) => -366 * number);
  return [
    ...[...both, 0, -1, 1, -30, 30, -366, 366, -9_000, ...years].map((distance) =>
      dayOf(today + distance * DAY),
    ),
    ...named.flatMap((day) =>
      [0, -1, 1].map((distance) => dayOf(Date.parse(day) + distance * DAY)),
    ),
  ];
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** Texts that forms and wires trip over, beside plain ones. */
const WORDS = ['Asha', 'Kazi 7', '0712345678', 'a', '25', 'O\'Neil & <Söhne> "ñ" 日本', ' '];

function texts(
  node: InstanceNode,
  { texts: named, patterns }: Literals,
  near: readonly number[],
  random: () => number,
): string[] {
  const lengths = near.filter(
    (length) => Number.isInteger(length) && length >= 0 && length <= LONGEST_TEXT,
  );
  const isNumeric = node.definition.controls.some(({ appearance }) =>
    appearance.includes('numeric'),
  );
  return [
    ...named,
    ...patterns.flatMap((pattern) => [1, 2, 3].map(() => matchingText(pattern, random))),
    ...near.map(String),
    ...(isNumeric ? ['12', '0', '-1'] : WORDS),
    ...lengths.map((length) => 'abcdefghij'.repeat(Math.ceil(length / 10)).slice(0, length)),
  ];
}
