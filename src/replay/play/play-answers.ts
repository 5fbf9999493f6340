import type { FormInstance } from '../../xforms/form-instance.ts';
import { questions } from '../../xforms/questions.ts';
import type { InstanceNode } from '../../xforms/instance/instance-node.ts';
import type { Refusal, Transaction } from '../../xforms/transaction.ts';
import type { FormEntryEvent } from '../../machines/form-entry.ts';
import { attachmentName } from '../../xforms/session/attachment-name.ts';
import { bytesOf } from '../format/base64.ts';
import type { LineOf, Place } from '../format/line-shapes.ts';
import { nearestWord } from '../format/nearest-word.ts';
import { describeScreen } from './describe-screen.ts';
import type { Device } from './device.ts';
import { claim, Divergence, shown } from './divergence.ts';
import { whyProperty, labelOf, subjectOf } from './explain.ts';
import type { Stage } from './stage.ts';

// The lines by which a person fills a form in.

export async function playAnswer(stage: Stage, line: LineOf<'answer'>): Promise<void> {
  const value = typeof line.value === 'string' ? line.value : line.value.join(' ');
  await answer(stage, line, value);
}

export async function playClear(stage: Stage, line: LineOf<'clear'>): Promise<void> {
  await answer(stage, line, '');
}

/** The answer is the name that the file goes out under, which is made of the question's place. */
export async function playAttach(stage: Stage, line: LineOf<'attach'>): Promise<void> {
  const { device, form } = await stage.form(line.place);
  const node = questionAt(form, line.subject, line.place);
  const name = attachmentName(form, node, line.name);
  const bytes =
    line.base64 === undefined ? new TextEncoder().encode(line.text ?? '') : bytesOf(line.base64);
  await claimAnswer(stage, line, node, {
    value: name,
    act: () => device.attach(node.ref, name, line.type, bytes),
  });
}

export async function playAddRepeat(stage: Stage, line: LineOf<'addRepeat'>): Promise<void> {
  const ref = line.subject.replace(/\[\d+\]$/, '');
  await changeRepeat(stage, line, { type: 'repeat.add', ref });
}

export async function playRemoveRepeat(stage: Stage, line: LineOf<'removeRepeat'>): Promise<void> {
  await changeRepeat(stage, line, { type: 'repeat.remove', ref: line.subject });
}

/** Also `redo`. */
export async function playUndo(
  stage: Stage,
  { kind, place }: LineOf<'undo'> | LineOf<'redo'>,
): Promise<void> {
  const { device, form } = await stage.form(place);
  const isThere = kind === 'undo' ? form.journal.canUndo : form.journal.canRedo;
  if (!isThere)
    throw new Divergence({ place, expected: `something to ${kind}`, actual: 'nothing' });
  await transactionOf({ device, form, place, act: () => device.tryOnForm({ type: kind }) });
}

/** A person gets past a question only when it is answered as it has to be. */
export async function playNext(stage: Stage, line: LineOf<'next'>): Promise<void> {
  const { form } = await stage.form(line.place);
  const asked = [...questions(form.controls)].map(({ node }) => node);
  const at = asked.findIndex(({ ref }) => ref === stage.position);
  const fault = asked[at]?.violation;
  if (fault !== undefined) {
    const node = asked[at] as InstanceNode;
    throw refused(line.place, form, node, { reason: fault.kind, message: fault.message });
  }
  moveTo(stage, form, asked[at + 1], line);
}

export async function playPrevious(stage: Stage, line: LineOf<'previous'>): Promise<void> {
  const { form } = await stage.form(line.place);
  const asked = [...questions(form.controls)].map(({ node }) => node);
  const at = asked.findIndex(({ ref }) => ref === stage.position);
  moveTo(stage, form, asked[at < 0 ? asked.length - 1 : at - 1], line);
}

function moveTo(
  stage: Stage,
  form: FormInstance,
  to: InstanceNode | undefined,
  { at, place, kind }: LineOf<'next'> | LineOf<'previous'>,
): void {
  if (to === undefined) {
    const actual = kind === 'next' ? 'this was the last one' : 'this was the first one';
    throw new Divergence({ place, expected: 'another question', actual });
  }
  stage.position = to.ref;
  claim({ place, subject: subjectOf(form, to) }, 'the question', at, to.ref);
}

interface AnswerLine {
  readonly subject: string;
  readonly place: Place;
  readonly refused?: Refusal['reason'];
  readonly message?: string;
  readonly follows?: boolean;
}

async function answer(stage: Stage, line: AnswerLine, value: string): Promise<void> {
  const { device, form } = await stage.form(line.place);
  const node = questionAt(form, line.subject, line.place);
  const event = { type: 'answer', ref: node.ref, value } as const;
  const act = () => device.tryOnForm(line.follows ? { ...event, follows: true } : event);
  await claimAnswer(stage, line, node, { value, act });
}

/** How a value gets to a question. */
interface Attempt {
  readonly value: string;
  readonly act: () => Promise<boolean>;
}

async function claimAnswer(
  stage: Stage,
  line: AnswerLine,
  node: InstanceNode,
  { value, act }: Attempt,
): Promise<void> {
  const { device, form } = await stage.form(line.place);
  const isThere = () => device.isByHand && node.lexical === value;
  const { refusals } = await transactionOf({ device, form, place: line.place, act, isThere });
  stage.position = node.ref;
  const [refusal] = refusals;
  if (refusal !== undefined && line.refused === undefined)
    throw refused(line.place, form, node, refusal, value);
  const of = { place: line.place, subject: subjectOfRefusal(form, node, line) };
  claim(of, 'that the answer is refused:', line.refused, refusal?.reason);
  claim(of, 'the message', line.message, refusal?.message);
}

/** The label is worked out only where something is claimed: most lines claim nothing. */
function subjectOfRefusal(
  form: FormInstance,
  node: InstanceNode,
  { refused, message }: AnswerLine,
) {
  const claims = refused !== undefined || message !== undefined;
  return claims ? subjectOf(form, node) : { label: '', path: node.ref };
}

function refused(
  place: Place,
  form: FormInstance,
  node: InstanceNode,
  { reason, message }: { readonly reason: string; readonly message: string },
  value = node.lexical,
): Divergence {
  const words = message === '' ? '' : `: ${message}`;
  return new Divergence({
    place,
    subject: subjectOf(form, node),
    expected: `that the answer ${shown(value)} is taken`,
    actual: `it is refused (${reason})${words}`,
    why: whyProperty(form, node, PROPERTY_OF[reason] ?? ''),
  });
}

/** The property of a node that a refusal is about. */
const PROPERTY_OF: Readonly<Record<string, string>> = {
  constraint: 'error',
  required: 'required',
  readonly: 'readonly',
  notRelevant: 'relevant',
};

async function changeRepeat(
  stage: Stage,
  { subject, place }: LineOf<'addRepeat'> | LineOf<'removeRepeat'>,
  event: FormEntryEvent,
): Promise<void> {
  const { device, form } = await stage.form(place);
  const act = () => device.tryOnForm(event);
  const { refusals } = await transactionOf({ device, form, place, act });
  const [refusal] = refusals;
  if (refusal === undefined) return;
  const node = form.node(subject);
  const missing = refusal.reason === 'noSuchNode' && node === undefined;
  throw new Divergence({
    place,
    subject: { label: node === undefined ? '' : labelOf(form, node), path: subject },
    expected: 'a repeat whose items a person may add and take out',
    actual: missing ? 'there is none' : `it is refused (${refusal.reason})`,
    why: missing ? nearestPath(form, subject) : [],
  });
}

/** Something that a person does to an open form. */
interface FormAct {
  readonly device: Device;
  readonly form: FormInstance;
  readonly place: Place;
  /** Resolves with false where the page does not offer it. */
  readonly act: () => Promise<boolean>;
  /** Whether the form has already what is meant: a page says nothing where nothing changes. */
  readonly isThere?: () => boolean;
}

/** What an act did to the form: where it took several steps, as letters do, the last one. */
async function transactionOf({ device, form, place, act, isThere }: FormAct) {
  let transaction: Pick<Transaction, 'refusals'> | undefined;
  const stop = form.onTransaction((made) => {
    if (made.source === 'user') transaction = made;
  });
  const isOffered = await act();
  stop();
  if (transaction === undefined && isThere?.()) transaction = { refusals: [] };
  if (transaction === undefined) {
    const actual = `${describeScreen(device)} and waits for its owner: go back first`;
    throw new Divergence({ place, expected: 'a form that takes answers', actual });
  }
  if (!isOffered && transaction.refusals.length === 0) {
    const actual = 'the page does not, although the form would take it';
    throw new Divergence({ place, expected: 'that the page offers it', actual });
  }
  return transaction;
}

function questionAt(form: FormInstance, ref: string, place: Place): InstanceNode {
  const node = form.node(ref);
  if (node !== undefined && node.definition.controls.length > 0) return node;
  throw new Divergence({
    place,
    subject: { label: '', path: ref },
    expected: 'a question there',
    actual: node === undefined ? 'the form has nothing there' : 'nobody is asked for it',
    why: nearestPath(form, ref),
  });
}

/** Help where a question has got another name. */
export function nearestPath(form: FormInstance, ref: string): string[] {
  const asked = form.definition.document
    .descendants()
    .filter(({ controls }) => controls.length > 0);
  const nearest = nearestWord(
    ref.replaceAll(/\[\d+\]/g, ''),
    asked.map((each) => each.ref),
  );
  return nearest === undefined ? [] : [`Did you mean ${nearest}?`];
}
