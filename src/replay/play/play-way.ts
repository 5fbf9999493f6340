import type { ListRow, MenuChoice } from '../../suite/screen.ts';
import type { LineOf, Place } from '../format/line-shapes.ts';
import { nearestWord } from '../format/nearest-word.ts';
import { describeScreen } from './describe-screen.ts';
import type { Device } from './device.ts';
import { Divergence } from './divergence.ts';
import type { Stage } from './stage.ts';

// The lines by which a person goes through an app.

export function playAsUser(stage: Stage, line: LineOf<'asUser'>): Promise<void> {
  return stage.enter(line.subject, line.place, line);
}

/** The first choice is looked for on the menu that is shown, then on the first one of the app. */
export async function playOpen(stage: Stage, line: LineOf<'open'>): Promise<void> {
  const device = await deviceWithoutForm(stage, line.place);
  const [first = '', ...others] = listOf(line.subject);
  const cases = [...listOf(line.case ?? [])];
  if (findChoice(device, first) === undefined && cannotSelect(device, cases)) {
    await device.send({ type: 'goTo', index: 0 });
  }
  for (const name of [first, ...others]) {
    await passLists(device, cases, line.place);
    await choose(device, name, line.place);
  }
  await passLists(device, cases, line.place);
  stage.position = undefined;
}

export async function playSearch(
  stage: Stage,
  { subject, place }: LineOf<'search'>,
): Promise<void> {
  const device = await stage.device(place);
  requireList(device, place);
  await device.searchList(subject);
}

export async function playSelect(
  stage: Stage,
  { subject, place }: LineOf<'select'>,
): Promise<void> {
  const device = await stage.device(place);
  if (typeof subject === 'string') return select(device, subject, place);
  requireList(device, place);
  const ids = subject.map((name) => findRow(device, name, place).id);
  await device.send({ type: 'selectMany', ids });
}

export async function playAct(stage: Stage, { subject, place }: LineOf<'act'>): Promise<void> {
  const device = await stage.device(place);
  const { screen } = device.session.getSnapshot().context;
  const actions = screen?.kind === 'list' ? screen.actions : [];
  const action = actions.find(({ text }) => text === subject);
  if (action === undefined) throw notThere(device, place, `a button “${subject}”`);
  await device.send({ type: 'act', index: action.index });
}

export async function playFollow(
  stage: Stage,
  { subject, column: header, place }: LineOf<'follow'>,
): Promise<void> {
  const device = await stage.device(place);
  requireList(device, place);
  const { screen } = device.session.getSnapshot().context;
  const columns = screen?.kind === 'list' ? screen.columns : [];
  const column = columns.findIndex((each) => each.header === header && each.endpoint);
  if (column < 0) throw notThere(device, place, `a column “${header}” that leads somewhere`);
  await device.send({ type: 'followCell', column, id: findRow(device, subject, place).id });
}

/** Out of a form that waits for an owner, back to its questions; out of its questions, away. */
export async function playBack(stage: Stage, { place }: LineOf<'back'>): Promise<void> {
  const device = await stage.device(place);
  const value = device.formEntry?.getSnapshot().value;
  if (value === undefined) await device.send({ type: 'back' });
  else if (typeof value === 'string') await device.sendToForm({ type: 'resume' });
  else await device.sendToForm({ type: 'leave' });
}

export async function playHome(stage: Stage, { place }: LineOf<'home'>): Promise<void> {
  const device = await stage.device(place);
  await device.send({ type: 'goTo', index: 0 });
}

export async function playResume(
  stage: Stage,
  { subject, place }: LineOf<'resume'>,
): Promise<void> {
  const device = await deviceWithoutForm(stage, place);
  const drafts = await device.sandbox.store.readDrafts();
  const draft = drafts.find(({ title }) => title === subject);
  if (draft === undefined) {
    const titles = drafts.map(({ title }) => `“${title}”`).join(', ');
    const actual = titles === '' ? 'there are no drafts' : `the drafts are ${titles}`;
    throw new Divergence({ place, expected: `a draft “${subject}”`, actual });
  }
  await device.send({ type: 'resumeDraft', id: draft.id });
  stage.position = undefined;
}

export async function playFillInFirst(
  stage: Stage,
  { place }: LineOf<'fillInFirst'>,
): Promise<void> {
  const device = await stage.device(place);
  if (device.session.getSnapshot().value !== 'explainingOwner')
    throw notThere(device, place, 'the reason why nobody can own the new case');
  await device.send({ type: 'continue' });
}

export async function playLanguage(
  stage: Stage,
  { subject, place }: LineOf<'language'>,
): Promise<void> {
  const device = await stage.device(place);
  await device.send({ type: 'language', language: subject });
  await device.sendToForm({ type: 'language', language: subject });
}

export async function playNetwork(
  stage: Stage,
  { subject, place }: LineOf<'network'>,
): Promise<void> {
  const device = await stage.device(place);
  device.transport.isOnline = subject === 'on';
}

async function deviceWithoutForm(stage: Stage, place: Place): Promise<Device> {
  const device = await stage.device(place);
  if (device.form === undefined) return device;
  throw new Divergence({
    place,
    expected: 'no open form',
    actual: `${describeScreen(device)}: submit it, or go back`,
  });
}

async function choose(device: Device, name: string, place: Place): Promise<void> {
  const choice = findChoice(device, name);
  if (choice === undefined)
    throw notThere(device, place, `a choice “${name}”`, choiceTexts(device));
  await device.send({ type: 'choose', id: choice.id });
}

function findChoice(device: Device, name: string): MenuChoice | undefined {
  const choices = choicesOf(device);
  return (
    choices.find(({ id }) => id === name) ??
    choices.find(({ text }) => text === name) ??
    choices.find(({ entry }) => entry?.xmlns === name)
  );
}

function choicesOf(device: Device): readonly MenuChoice[] {
  const { value, context } = device.session.getSnapshot();
  return value === 'browsing' && context.screen?.kind === 'menu' ? context.screen.choices : [];
}

function choiceTexts(device: Device): readonly string[] {
  return choicesOf(device).map(({ text }) => text);
}

/** True unless the list that is shown is just the one that a case is named for. */
function cannotSelect(device: Device, cases: readonly string[]): boolean {
  const [name] = cases;
  return name === undefined || rowsNamed(device, name).length === 0;
}

/** Chooses the cases that lists on the way ask for, one for each. */
async function passLists(device: Device, cases: string[], place: Place): Promise<void> {
  while (isList(device) && cases.length > 0) await select(device, cases.shift() as string, place);
}

async function select(device: Device, name: string, place: Place): Promise<void> {
  requireList(device, place);
  const { id } = findRow(device, name, place);
  await device.send({ type: 'select', id });
  if (device.session.getSnapshot().value === 'showingDetail')
    await device.send({ type: 'continue' });
}

function findRow(device: Device, name: string, place: Place): ListRow {
  const [row, ...others] = rowsNamed(device, name);
  if (row === undefined) {
    const names = device.rows.map((each) => device.rowName(each));
    throw notThere(device, place, `a row “${name}”`, names);
  }
  if (others.length === 0) return row;
  throw new Divergence({
    place,
    expected: `one row “${name}”`,
    actual: `there are ${others.length + 1}: name it by its id, or search first`,
  });
}

/** Rows by id, by the name of their case, or by what stands first in them. */
function rowsNamed(device: Device, name: string): readonly ListRow[] {
  const { rows } = device;
  const withId = rows.filter(({ id }) => id === name);
  if (withId.length > 0) return withId;
  const { database } = device.sandbox;
  return rows.filter(
    (row) => database.get(row.id)?.caseName === name || device.rowName(row) === name,
  );
}

function isList(device: Device): boolean {
  const { value, context } = device.session.getSnapshot();
  return value === 'browsing' && context.screen?.kind === 'list';
}

function requireList(device: Device, place: Place): void {
  if (!isList(device)) throw notThere(device, place, 'a list');
}

function notThere(
  device: Device,
  place: Place,
  expected: string,
  names: readonly string[] = [],
): Divergence {
  const wanted = /“(.*)”/.exec(expected)?.[1];
  const nearest = wanted === undefined ? undefined : nearestWord(wanted, names);
  const why = nearest === undefined ? [] : [`Did you mean “${nearest}”?`];
  return new Divergence({ place, expected, actual: describeScreen(device), why });
}

function listOf(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}
