import type { FormInstance } from '../../xforms/form-instance.ts';
import type { InstanceNode } from '../../xforms/instance/instance-node.ts';
import type { LineOf, Place } from '../format/line-shapes.ts';
import type { Claim } from './divergence.ts';
import { claim, Divergence } from './divergence.ts';
import { nearestPath } from './play-answers.ts';
import { SeenQuestion } from './seen-question.ts';
import type { Stage } from './stage.ts';

/** How a question is now. */
export async function playExpect(stage: Stage, line: LineOf<'expect'>): Promise<void> {
  const { form } = await stage.form(line.place);
  if (line.items !== undefined) claimItems(form, line, line.items);
  // A repeat without items has no node.
  if (line.items === 0) return;
  const question = questionAt(form, line.subject, line.place);
  const of: Claim = {
    place: line.place,
    subject: question.subject,
    why: (property) => question.why(property),
  };
  const value =
    line.value === undefined || typeof line.value === 'string' ? line.value : line.value.join(' ');
  claim(of, 'value', value, question.value);
  claim(of, 'relevant', line.relevant, question.relevant);
  claim(of, 'required', line.required, question.required);
  claim(of, 'readonly', line.readonly, question.readonly);
  if (line.error !== undefined && !question.hasError(line.error))
    claim(of, 'error', line.error, question.error);
  claimTexts(of, line, question);
}

/** Throws a {@link Divergence} with the nearest path when the form has nothing there. */
export function questionAt(form: FormInstance, ref: string, place: Place): SeenQuestion {
  return new SeenQuestion(form, nodeAt(form, ref, place));
}

/** How many items of the repeat are asked; `undefined` where the form has no such place. */
export function itemsAt(form: FormInstance, ref: string): number | undefined {
  const cut = ref.lastIndexOf('/');
  const items = form.node(ref.slice(0, cut))?.childrenNamed(ref.slice(cut + 1));
  return items?.filter(({ relevant }) => relevant).length;
}

function claimItems(form: FormInstance, { subject, place }: LineOf<'expect'>, items: number): void {
  const of = {
    place,
    subject: { label: '', path: subject },
    why: () => nearestPath(form, subject),
  };
  claim(of, 'the number of items', items, itemsAt(form, subject));
}

function nodeAt(form: FormInstance, ref: string, place: Place): InstanceNode {
  const node = form.node(ref);
  if (node !== undefined) return node;
  throw new Divergence({
    place,
    subject: { label: '', path: ref },
    expected: 'a node there',
    actual: 'the form has nothing there',
    why: nearestPath(form, ref),
  });
}

function claimTexts(
  of: Claim,
  { label, hint, choices }: LineOf<'expect'>,
  question: SeenQuestion,
): void {
  if (label !== undefined) claim(of, 'label', label, question.label);
  if (hint !== undefined) claim(of, 'hint', hint, question.hint);
  if (choices !== undefined) claim(of, 'choices', choices, question.choicesLike(choices));
}
