import { orMissingPart } from '../../platform/missing-part.ts';
import type { Choice } from '../../xforms/choice.ts';
import type { ControlNode } from '../../xforms/control-node.ts';
import type { FormText } from '../../xforms/definition/text-definition.ts';
import type { Strings } from '../strings/strings.ts';
import { tagOf } from './control-elements.ts';
import { errorMessage } from './error-message.ts';
import type { FormContext } from './form-context.ts';
import { plainWords } from './form-text.ts';
import { inputBox, type InputBox } from './input-box.ts';
import { toNative } from './lexical-text.ts';
import { readableAnswer } from './readable-answer.ts';
import { select1Style } from './select1-style.ts';

/** The words in which the interface speaks. */
export interface Words {
  readonly strings: Strings;
  readonly lang: string;
}

/** What a question looks like while nobody is at it. */
export interface RestingPicture {
  readonly frame: 'note' | 'box' | 'choices';
  readonly label: FormText | undefined;
  readonly hint: FormText | undefined;
  /** The mark that it has to be answered; `''` for none. */
  readonly required: string;
  /** What is wrong with the answer; `''` for nothing. */
  readonly error: string;
  /** The answer as it stands in the box, or as a note reads it. */
  readonly answer: string;
  readonly box: InputBox | undefined;
  readonly choices: readonly Choice[];
  /** The button that takes the answer away; `''` for none. */
  readonly clear: string;
}

/** The picture of a question; `undefined` for one that is more than label, hint, answer and error: that needs its element. */
export function restingPicture(
  control: ControlNode,
  context: FormContext,
  words: Words,
): RestingPicture | undefined {
  const { node } = control;
  const frame = frameOf(control);
  if (frame === undefined || control.help !== undefined || control.problem !== undefined)
    return undefined;
  if (!isPlain(control.label) || !isPlain(control.hint)) return undefined;
  const { form } = words.strings;
  const error = context.errorOf(node);
  const answer = context.notTakenOf(node)?.value ?? node.lexical;
  const box = frame === 'box' ? inputBox(control, answer) : undefined;
  const required = node.required && frame !== 'note';
  return {
    ...{ frame, label: control.label, hint: control.hint, box },
    required: required && context.marksRequired ? form.required : '',
    error: error === undefined ? '' : errorMessage(error, node.type, form),
    answer: frame === 'note' ? readableAnswer(control, words.lang) : shownIn(box, answer, control),
    choices: frame === 'choices' ? control.choices : NO_CHOICES,
    clear: hasClear(control, frame, answer) ? form.clear : '',
  };
}

const NO_CHOICES: readonly Choice[] = [];

/** Whether two pictures differ in nothing but the words of the label and the answer. */
export function haveSameFrame(one: RestingPicture, other: RestingPicture): boolean {
  return (
    one.frame === other.frame &&
    one.hint?.text === other.hint?.text &&
    one.required === other.required &&
    one.error === other.error &&
    one.clear === other.clear &&
    sameBox(one.box, other.box) &&
    sameChoices(one.choices, other.choices)
  );
}

function sameBox(one: InputBox | undefined, other: InputBox | undefined): boolean {
  return (
    one?.kind === other?.kind && one?.mode === other?.mode && one?.multiline === other?.multiline
  );
}

function sameChoices(one: readonly Choice[], other: readonly Choice[]): boolean {
  if (one === other) return true;
  return (
    one.length === other.length &&
    one.every(
      ({ value, label }, at) =>
        value === other[at]?.value && plainWords(label) === plainWords(other[at].label),
    )
  );
}

function frameOf(control: ControlNode): RestingPicture['frame'] | undefined {
  switch (tagOf(control)) {
    case 'xf-input':
      if (control.definition.appearance.includes('hint-as-placeholder')) return undefined;
      return control.node.readonly ? 'note' : 'box';
    case 'xf-select1':
    case 'xf-select':
      return control.node.readonly ? 'note' : hasPlainList(control) ? 'choices' : undefined;
    default:
      return undefined;
  }
}

/** Choices below each other, each a line of words, and none that is chosen without being offered. */
function hasPlainList(control: ControlNode): boolean {
  const { kind, choices, definition, node } = control;
  if (kind === 'select1' && select1Style(control) !== 'radios') return false;
  if (choices.length === 0 || definition.appearance.some((word) => SPREAD.test(word))) return false;
  if (!choices.every(({ label }) => isPlain(label))) return false;
  const known = new Set(choices.map(({ value }) => value));
  return chosenValues(kind, node.lexical).every((value) => known.has(value));
}

const SPREAD = /^(label|list-nolabel|columns|likert|horizontal|image-map)/;

/** The values that an answer chooses. */
export function chosenValues(kind: ControlNode['kind'], answer: string): readonly string[] {
  if (answer === '') return [];
  return kind === 'select1' ? [answer] : answer.split(/\s+/).filter((value) => value !== '');
}

/** A text of words alone: one paragraph, no marks, no media. */
function isPlain(text: FormText | undefined): boolean {
  if (text === undefined) return true;
  if (text.image !== undefined || text.audio !== undefined || text.video !== undefined)
    return false;
  const blocks = orMissingPart(() => text.blocks);
  if (!Array.isArray(blocks) || blocks.length > 1) return false;
  const [first] = blocks as FormText['blocks'];
  if (first === undefined) return true;
  return first.kind === 'paragraph' && first.content.every(({ kind }) => kind === 'text');
}

function shownIn(box: InputBox | undefined, answer: string, { node }: ControlNode): string {
  const isPicker = box !== undefined && box.kind !== 'text' && box.kind !== 'password';
  return isPicker ? toNative(answer, node.type, node.owner.timeZone) : answer;
}

function hasClear(
  { kind, node }: ControlNode,
  frame: RestingPicture['frame'],
  answer: string,
): boolean {
  return frame === 'choices' && kind === 'select1' && answer !== '' && !node.required;
}
