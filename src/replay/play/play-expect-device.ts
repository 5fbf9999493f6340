import type { LineOf } from '../format/line-shapes.ts';
import { describeScreen, seenScreen } from './describe-screen.ts';
import type { Device } from './device.ts';
import { claim } from './divergence.ts';
import { sorted } from './sorted.ts';
import type { Stage } from './stage.ts';

// The lines that say what a device holds and shows.

export async function playExpectCases(
  stage: Stage,
  { subject, place }: LineOf<'expectCases'>,
): Promise<void> {
  const device = await stage.device(place);
  const names = [...device.sandbox.database.cases()].map(({ caseName }) => caseName);
  const of = { place, subject: deviceOf(device) };
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
  const of = { place, subject: deviceOf(device) };
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
  const of = { place, subject: deviceOf(device) };
  const titles = (some: typeof drafts) => sorted(some.map(({ title }) => title));
  claim(of, 'the drafts', sorted(subject), titles(drafts));
  const pending = drafts.filter((draft) => draft.ownerPending);
  claim(of, 'the drafts that wait for an owner:', sorted(ownerPending), titles(pending));
}

function deviceOf({ userId }: Device) {
  return { label: `The device of ${userId}`, path: '' };
}
