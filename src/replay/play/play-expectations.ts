import type { Case } from '../../case/case.ts';
import type { FormInstance } from '../../xforms/form-instance.ts';
import type { InstanceNode } from '../../xforms/instance/instance-node.ts';
import type { LineOf, Place } from '../format/line-shapes.ts';
import { nearestWord } from '../format/nearest-word.ts';
import { describeScreen, seenScreen } from './describe-screen.ts';
import type { Device } from './device.ts';
import type { Claim } from './divergence.ts';
import { claim, Divergence } from './divergence.ts';
import { whyProperty, subjectOf } from './explain.ts';
import { nearestPath } from './play-answers.ts';
import type { Stage } from './stage.ts';

// The lines that say how things are.

export async function playExpect(stage: Stage, line: LineOf<'expect'>): Promise<void> {
  const { form } = await stage.form(line.place);
  if (line.items !== undefined) claimItems(form, line, line.items);
  if (line.items !== undefined && Object.keys(line).length === ITEMS_ALONE) return;
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

export async function playExpectCase(stage: Stage, line: LineOf<'expectCase'>): Promise<void> {
  const device = await stage.device(line.place);
  const found = findCase(stage, device, line);
  const of: Claim = {
    place: line.place,
    subject: { label: found?.caseName ?? line.subject, path: found?.caseId ?? '' },
    why: () => (found === undefined ? nearestCase(stage, line.subject) : []),
  };
  claim(of, 'exists', line.exists ?? true, found !== undefined);
  if (found === undefined) return;
  claim(of, 'type', line.type, found.caseType);
  claim(of, 'owner', line.owner, found.ownerId);
  claim(of, 'status', line.status, found.status);
  claim(of, 'properties', line.properties, some(found.properties, line.properties));
  claim(of, 'parents', line.parents, parentsOf(stage, found));
  claim(of, 'the devices that hold it:', sorted(line.heldBy), holders(stage, found));
  claim(of, 'the people who may see it:', sorted(line.visibleTo), viewers(stage, found));
}

export async function playExpectCases(
  stage: Stage,
  { subject, place }: LineOf<'expectCases'>,
): Promise<void> {
  const device = await stage.device(place);
  const names = [...device.sandbox.database.cases()].map(({ caseName }) => caseName);
  const of = { place, subject: { label: `The device of ${device.userId}`, path: '' } };
  claim(of, 'the cases', sorted(subject), sorted(names));
}

export async function playExpectScreen(stage: Stage, line: LineOf<'expectScreen'>): Promise<void> {
  const device = await stage.device(line.place);
  const screen = seenScreen(device);
  const of = {
    place: line.place,
    subject: { label: 'The screen', path: '' },
    why: () => [`Now ${describeScreen(device)}`],
  };
  claim(of, 'the screen', line.subject, screen.kind);
  claim(of, 'the title', line.title, screen.title);
  claim(of, 'the choices', line.choices, screen.choices);
  claim(of, 'the choices that are marked:', line.marked, screen.marked);
  claim(of, 'the rows', line.rows, screen.rows);
  claim(of, 'the reason', line.reason, screen.reason);
  if (line.message === undefined || screen.message.includes(line.message)) return;
  claim(of, 'the message', line.message, screen.message);
}

export async function playExpectWaiting(
  stage: Stage,
  { subject, place }: LineOf<'expectWaiting'>,
): Promise<void> {
  const device = await stage.device(place);
  const outbox = await device.sandbox.store.readOutbox();
  const of = { place, subject: { label: `The device of ${device.userId}`, path: '' } };
  claim(
    of,
    'the forms that wait:',
    subject,
    outbox.map(({ formName }) => formName),
  );
}

export async function playExpectDrafts(
  stage: Stage,
  { subject, ownerPending, place }: LineOf<'expectDrafts'>,
): Promise<void> {
  const device = await stage.device(place);
  const drafts = await device.sandbox.store.readDrafts();
  const of = { place, subject: { label: `The device of ${device.userId}`, path: '' } };
  const titles = (some: typeof drafts) => sorted(some.map(({ title }) => title));
  claim(of, 'the drafts', sorted(subject), titles(drafts));
  const pending = drafts.filter((draft) => draft.ownerPending);
  claim(of, 'the drafts that wait for an owner:', sorted(ownerPending), titles(pending));
}

/** Members of a line that says the number of items and nothing else. */
const ITEMS_ALONE = ['kind', 'subject', 'items', 'place'].length;

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

function findCase(stage: Stage, device: Device, line: LineOf<'expectCase'>): Case | undefined {
  const places = {
    device: [device.sandbox.database],
    server: [stage.server.cases],
  };
  const databases = line.on === undefined ? [...places.device, ...places.server] : places[line.on];
  for (const database of databases) {
    const known = database.get(line.subject);
    if (known !== undefined) return known;
    const named = [...database.cases()].filter(({ caseName }) => caseName === line.subject);
    if (named.length > 1) throw manyCases(named, line.place);
    if (named[0] !== undefined) return named[0];
  }
  return undefined;
}

function manyCases(named: readonly Case[], place: Place): Divergence {
  const ids = named.map(({ caseId }) => caseId).join(', ');
  const [{ caseName = '' } = {}] = named;
  const subject = { label: caseName, path: '' };
  const actual = `there are ${named.length}: name it by its id (${ids})`;
  return new Divergence({ place, subject, expected: 'one case of that name', actual });
}

function nearestCase(stage: Stage, name: string): string[] {
  const all = [
    stage.server.cases,
    ...[...stage.devices.values()].map(({ sandbox }) => sandbox.database),
  ];
  const names = all.flatMap((database) => [...database.cases()].map(({ caseName }) => caseName));
  const nearest = nearestWord(name, names);
  if (names.includes(name)) return ['There is one on another device, or on the server'];
  return nearest === undefined ? [] : [`Did you mean “${nearest}”?`];
}

/** The properties that a line speaks of. */
function some(
  properties: Case['properties'],
  named: Case['properties'] = {},
): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.keys(named).map((name) => [name, properties[name] ?? '']));
}

/** The names of the cases that the indices point to, by the name of the index. */
function parentsOf({ server }: Stage, { indices }: Case): Readonly<Record<string, string>> {
  const nameOf = (id: string) => server.cases.get(id)?.caseName ?? id;
  return Object.fromEntries(indices.map(({ name, target }) => [name, nameOf(target)]));
}

function holders({ devices }: Stage, { caseId }: Case): readonly string[] {
  const holding = [...devices.values()].filter(({ sandbox }) => sandbox.database.get(caseId));
  return sorted(holding.map(({ userId }) => userId));
}

function viewers({ directory, server }: Stage, { caseId }: Case): readonly string[] {
  const seeing = [...directory.users].filter((user) => server.live(user).has(caseId));
  return sorted(seeing.map(({ userId }) => userId));
}

function sorted(names: readonly string[]): readonly string[];
function sorted(names: readonly string[] | undefined): readonly string[] | undefined;
function sorted(names: readonly string[] | undefined): readonly string[] | undefined {
  return names && [...names].sort();
}
