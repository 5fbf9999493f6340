import { expect } from 'chai';
import '../../../src/elements/dev/dev-inspector.ts';
import type { DevInspector } from '../../../src/elements/dev/dev-inspector.ts';
import type { AppSessionEvent } from '../../../src/machines/app-session.ts';
import { parseRecording } from '../../../src/replay/format/parse-recording.ts';
import { replay } from '../../../src/replay/replay.ts';
import { Clinic } from '../case/clinic.ts';
import {
  button,
  expectAccessible,
  mount,
  part,
  parts,
  settle,
  textOf,
  until,
} from '../case/mount.ts';

/** David at the clinic, with the inspector open at the recording. */
async function openRecording(clinic: Clinic): Promise<Element> {
  const inspector: DevInspector = await mount('dev-inspector', {
    actor: clinic.session,
    syncNow: () => clinic.sync,
  });
  part(inspector, '#tab-recording').click();
  await settle(inspector);
  return part(inspector, 'dev-recording');
}

async function signedIn(): Promise<Clinic> {
  const clinic = new Clinic();
  await until(() => clinic.state === 'signedOut');
  clinic.session.send({ type: 'signIn', username: 'david', password: 'right' });
  await until(() => clinic.state === 'browsing');
  return clinic;
}

async function registerAsha(clinic: Clinic): Promise<void> {
  const steps: AppSessionEvent[] = [
    { type: 'choose', id: 'm0' },
    { type: 'choose', id: 'm0-f0' },
  ];
  for (const step of steps) clinic.session.send(step);
  await until(() => clinic.state === 'entering');
  const { formEntry } = clinic.session.getSnapshot().children;
  for (const value of ['A', 'As', 'Asha'])
    formEntry?.send({ type: 'answer', ref: '/data/name', value });
  formEntry?.send({ type: 'complete' });
  await until(() => clinic.state === 'submitted');
}

function written(page: Element): string {
  return part(page, 'pre').textContent ?? '';
}

describe('the recording in the inspector', () => {
  it('begins on the first menu, and writes what is done so that it plays, about nobody', async () => {
    const clinic = await signedIn();
    clinic.session.send({ type: 'choose', id: 'm1' });
    const page = await openRecording(clinic);
    button(page, 'Start recording').click();
    await settle(page);
    expect(clinic.session.getSnapshot().context.screen?.kind).to.equal('menu');
    await registerAsha(clinic);
    await settle(page);
    button(page, 'Stop recording').click();
    await settle(page);
    const text = written(page);
    const acts = text
      .trim()
      .split('\n')
      .map((row) => JSON.parse(row) as Record<string, unknown>);
    const answers = acts.filter(({ answer }) => answer === '/data/name');
    expect(answers).to.have.length(1);
    expect(text).not.to.contain('Asha');
    const app = clinic.session.getSnapshot().context.workspace!.app;
    const host = { openApp: async () => app, clock: () => 0 };
    const { divergence, outcome } = await replay(parseRecording(text, 'recorded.jsonl'), host);
    expect(divergence?.message).to.equal(undefined);
    expect(outcome.submissions).to.have.length(1);
  });

  it('keeps real answers where one asks for it, goes on while the inspector is closed, and ends when told', async () => {
    const clinic = await signedIn();
    const page = await openRecording(clinic);
    part<HTMLInputElement>(page, '#keep').click();
    button(page, 'Start recording').click();
    document.querySelector('dev-inspector')?.remove();
    await registerAsha(clinic);
    const again = await openRecording(clinic);
    expect(textOf(part(again, '[role=status]'))).to.contain('being written down');
    expect(written(again)).to.contain('"value":"Asha"');
    button(again, 'Stop recording').click();
    const before = written(again);
    clinic.session.send({ type: 'continue' });
    clinic.session.send({ type: 'choose', id: 'm1' });
    await settle(again);
    expect(written(again)).to.equal(before);
    expect(parts(again, 'button').map(textOf)).to.include('Save the recording');
  });

  it('ends when told while a form is open: no answer after that is written down', async () => {
    const clinic = await signedIn();
    const page = await openRecording(clinic);
    button(page, 'Start recording').click();
    clinic.session.send({ type: 'choose', id: 'm0' });
    clinic.session.send({ type: 'choose', id: 'm0-f0' });
    await until(() => clinic.state === 'entering');
    const { formEntry } = clinic.session.getSnapshot().children;
    formEntry?.send({ type: 'answer', ref: '/data/name', value: 'A' });
    await settle(page);
    button(page, 'Stop recording').click();
    await settle(page);
    const before = written(page);
    expect(before).to.contain('/data/name');
    formEntry?.send({ type: 'answer', ref: '/data/name', value: 'Asha' });
    await openRecording(clinic);
    expect(written(part(document.querySelector('dev-inspector')!, 'dev-recording'))).to.equal(
      before,
    );
  });

  it('ends by itself and says why when something cannot be written down: the act is done all the same', async () => {
    const clinic = await signedIn();
    const page = await openRecording(clinic);
    button(page, 'Start recording').click();
    await settle(page);
    const { sandbox } = clinic.session.getSnapshot().context.workspace!;
    sandbox.database.cases = () => {
      throw new Error('no cases today');
    };
    clinic.session.send({ type: 'choose', id: 'm0' });
    clinic.session.send({ type: 'choose', id: 'm0-f0' });
    await until(() => clinic.state === 'entering');
    const again = await openRecording(clinic);
    expect(textOf(part(again, '[role=alert]'))).to.contain('no cases today');
    expect(button(again, 'Start recording').disabled).to.equal(false);
    await expectAccessible(again);
  });

  it('passes axe before, while and after it runs', async () => {
    const clinic = await signedIn();
    const page = await openRecording(clinic);
    await expectAccessible(page);
    button(page, 'Start recording').click();
    await registerAsha(clinic);
    await settle(page);
    await expectAccessible(page);
    button(page, 'Stop recording').click();
    await settle(page);
    await expectAccessible(page);
  });
});
