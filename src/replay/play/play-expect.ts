import type { FormInstance } from '../../xforms/form-instance.ts';
import type { InstanceNode } from '../../xforms/instance/instance-node.ts';
import type { LineOf } from '../format/line-shapes.ts';
import type { Claim } from './divergence.ts';
import { claim, Divergence } from './divergence.ts';
import { subjectOf, whyProperty } from './explain.ts';
import { nearestPath } from './play-answers.ts';
import type { Stage } from './stage.ts';

/** How a question is now. */
export async function playExpect(stage: Stage, line: LineOf<'expect'>): Promise<void> {
  const { form } = await stage.form(line.place);
  if (line.items !== undefined) claimItems(form, line, line.items);
  // A repeat without items has no node.
  if (line.items === 0) return;
  const node = nodeAt(form, line);
  const of: Claim = {
    place: line.place,
    subject: subjectOf(form, node),
    why: (property) => whyProperty(form, node, property),
  };
  const value =
    line.value === undefined || typeof line.value === 'string' ? line.value : line.value.join(' ');
  claim(of, 'value', value, node.text);
  claim(of, 'relevant', line.relevant, node.relevant);
  claim(of, 'required', line.required, node.required);
  claim(of, 'readonly', line.readonly, node.readonly);
  claimError(of, line, node);
  claimTexts(of, line, form, node);
}

function claimItems(form: FormInstance, { subject, place }: LineOf<'expect'>, items: number): void {
  const cut = subject.lastIndexOf('/');
  const parent = form.node(subject.slice(0, cut));
  const found = parent?.childrenNamed(subject.slice(cut + 1)).filter(({ relevant }) => relevant);
  const of = {
    place,
    subject: { label: '', path: subject },
    why: () => nearestPath(form, subject),
  };
  claim(of, 'the number of items', items, found?.length);
}

function nodeAt(form: FormInstance, { subject, place }: LineOf<'expect'>): InstanceNode {
  const node = form.node(subject);
  if (node !== undefined) return node;
  throw new Divergence({
    place,
    subject: { label: '', path: subject },
    expected: 'a node there',
    actual: 'the form has nothing there',
    why: nearestPath(form, subject),
  });
}

/** An error is told by its kind or by the form's own words; `""` is none. */
function claimError(of: Claim, { error }: LineOf<'expect'>, node: InstanceNode): void {
  if (error === undefined) return;
  const { violation } = node;
  if (error === (violation?.kind ?? '') || error === violation?.message) return;
  const actual = violation === undefined ? '' : violation.message || violation.kind;
  claim(of, 'error', error, actual);
}

function claimTexts(
  of: Claim,
  line: LineOf<'expect'>,
  form: FormInstance,
  node: InstanceNode,
): void {
  const { label, hint, choices } = line;
  const { controls } = node.definition;
  const textOf = (part: 'label' | 'hint') => {
    const control = controls.find((each) => each[part] !== undefined);
    return control === undefined ? '' : (form.textAt(control, part, node)?.text ?? '');
  };
  if (label !== undefined) claim(of, 'label', label, textOf('label'));
  if (hint !== undefined) claim(of, 'hint', hint, textOf('hint'));
  if (choices === undefined) return;
  const select = controls.find((control) => 'items' in control);
  const offered = select === undefined ? [] : form.choicesAt(select, node);
  const labels = offered.map((choice) => choice.label.text);
  const values = offered.map(({ value }) => value);
  // Labels, when the line has them; else the values.
  const isLabels = choices.some((text) => labels.includes(text) && !values.includes(text));
  claim(of, 'choices', choices, isLabels ? labels : values);
}
