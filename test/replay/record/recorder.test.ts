import { expect } from 'chai';
import type { InspectionEvent } from 'xstate';
import type { FormEntryActor } from '../../../src/machines/form-entry.ts';
import { parseRecording } from '../../../src/replay/format/parse-recording.ts';
import type { SnapshotStore } from '../../../src/replay/play/stage.ts';
import { Recorder } from '../../../src/replay/record/recorder.ts';
import { replay } from '../../../src/replay/replay.ts';
import { sampleApp } from '../../support/project-world.ts';
import type { Lines } from '../play-lines.ts';
import { ANSWERS, HEADER, playLines, REGISTER, VILLAGES } from '../play-lines.ts';

const NOW = Date.parse(HEADER.now);

function seeded(): () => number {
  let seed = 0.1;
  return () => (seed = (seed * 997) % 1);
}

/** What a recorder writes while David plays the lines. */
async function recorded(lines: Lines, redact: boolean, app = 'maternal-health'): Promise<string> {
  const recorder = new Recorder({
    ...{ now: () => NOW, timeZone: 'UTC', app: '..', redact },
    random: seeded(),
  });
  const inspect = recorder.inspect;
  const { divergence } = await playLines([...VILLAGES, { asUser: 'david' }, ...lines], {
    app,
    inspect,
  });
  expect(divergence?.message).to.equal(undefined);
  return recorder.text();
}

/** Plays what was written; what was submitted in the end, with nothing left that chance gave. */
async function replayed(text: string, app = 'maternal-health') {
  const kept: string[] = [];
  const snapshots: SnapshotStore = {
    read: () => undefined,
    write: (_, __, it) => Boolean(kept.push(it)),
  };
  const source = `${text}{"snapshot":"s"}\n`;
  const { divergence } = await replay(parseRecording(source, 'recorded.jsonl'), {
    openApp: async () => sampleApp(app),
    clock: () => NOW,
    snapshots,
  });
  return {
    divergence: divergence && [divergence.place.line, divergence.message],
    kept: kept.join(''),
  };
}

function linesOf(text: string): Readonly<Record<string, unknown>>[] {
  return text
    .trim()
    .split('\n')
    .map((row) => JSON.parse(row));
}

describe('a recorder', () => {
  it('writes what a person did so that it can be played, and comes to the same submission', async () => {
    const text = await recorded([...REGISTER, ...ANSWERS, { submit: true }, { sync: true }], false);
    const { divergence, kept } = await replayed(text);
    expect(divergence).to.equal(undefined);
    const snapshots: string[] = [];
    const store: SnapshotStore = {
      read: () => undefined,
      write: (_, __, it) => Boolean(snapshots.push(it)),
    };
    const own: Lines = [
      ...VILLAGES,
      { asUser: 'david' },
      ...REGISTER,
      ...ANSWERS,
      { submit: true },
      { snapshot: 's' },
    ];
    await playLines(own, { snapshots: store });
    expect(kept).to.equal(snapshots.join(''));
  });

  it('begins with what the person’s device knows of the world', async () => {
    const [header, ...lines] = linesOf(await recorded(REGISTER, false));
    expect(header).to.include({
      recording: 1,
      app: '..',
      user: 'david',
      version: 1,
      language: 'en',
    });
    expect(lines).to.deep.include({ group: 'a', name: 'Village A' });
    expect(lines).to.deep.include({ user: 'david', groups: ['a'], locations: [] });
    expect(lines.slice(-2)).to.deep.equal([
      { open: 'New pregnancy' },
      { open: 'Register a pregnancy' },
    ]);
  });

  it('writes every answer down where one was taken back, and comes to the same submission', async () => {
    const answer = '/data/mother/mother_name';
    const typed: Lines = ['Amina', 'Bina', 'Chausiku'].map((value) => ({ answer, value }));
    const turns: Lines = [...typed, { undo: true }, { undo: true }, { redo: true }];
    const lines = [...REGISTER, ...ANSWERS, ...turns, { submit: true }];
    const text = await recorded(lines, false);
    const kinds = linesOf(text).map((line) => Object.keys(line)[0]);
    expect(kinds.filter((kind) => kind === 'undo' || kind === 'redo')).to.have.length(3);
    const { divergence, kept } = await replayed(text);
    expect(divergence).to.equal(undefined);
    expect(kept).to.contain('>Bina<').and.not.to.contain('Chausiku');
  });

  it('tells what followed on an answer, so that one undo takes both back there too', async () => {
    const name = '/data/mother/mother_name';
    const turns: Lines = [
      ...[
        { answer: name, value: 'Amina' },
        { answer: name, value: 'Bina' },
      ],
      ...[{ answer: '/data/mother/village', value: 'Faraway', follows: true }, { undo: true }],
    ];
    const text = await recorded([...REGISTER, ...ANSWERS, ...turns, { submit: true }], false);
    expect(linesOf(text).filter(({ follows }) => follows === true)).to.have.length(1);
    const { divergence, kept } = await replayed(text);
    expect(divergence).to.equal(undefined);
    expect(kept).to.contain('>Amina<').and.not.to.contain('Faraway');
  });

  it('folds what is typed into one question, and tells refusals with their reason', async () => {
    const typed: Lines = ['A', 'As', 'Asha'].map((value) => ({
      ...{ answer: '/data/mother/mother_name', value },
      ...(value === 'A' && { refused: 'constraint' }),
    }));
    const village = { answer: '/data/mother/village', value: 'Kazi' };
    const again = { ...typed[0], refused: 'constraint' };
    const lines = linesOf(
      await recorded([...REGISTER, ANSWERS[0]!, ...typed, village, again], false),
    );
    const question = 'What is her full name?';
    expect(lines.slice(-3)).to.deep.equal([
      { answer: '/data/mother/mother_name', value: 'Asha', question },
      { ...village, question: 'In which village does she live?' },
      { ...again, question },
    ]);
  });

  it('writes every answer down only in the form in which one was taken back', async () => {
    const answer = '/data/mother/mother_name';
    const typed: Lines = ['A', 'As', 'Asha'].map((value) => ({
      ...{ answer, value },
      ...(value === 'A' && { refused: 'constraint' }),
    }));
    const begun: Lines = [...REGISTER, ANSWERS[0]!, ...typed];
    const turned: Lines = [...begun, { undo: true }, { redo: true }, { back: true }];
    const rest: Lines = [...ANSWERS.slice(2), { submit: true }];
    const lines: Lines = [...begun, { back: true }, ...turned, ...begun, ...rest];
    const text = await recorded(lines, false);
    const names = linesOf(text).filter((line) => line.answer === answer);
    expect(names.map(({ value }) => value)).to.deep.equal(['Asha', 'A', 'As', 'Asha', 'Asha']);
    expect((await replayed(text)).divergence).to.equal(undefined);
  });

  it('writes nothing down where there is nothing to take back or to do again', async () => {
    const options = { now: () => NOW, timeZone: 'UTC', app: '..', redact: false };
    const recorder = new Recorder({ ...options, random: seeded() });
    const inspect = (event: InspectionEvent) => {
      recorder.inspect(event);
      if (event.type !== '@xstate.event' || event.event.type !== 'answer') return;
      const { actorRef } = event as unknown as { readonly actorRef: FormEntryActor };
      const { canUndo, canRedo } = actorRef.getSnapshot().context.form.journal;
      if (!canUndo) actorRef.send({ type: 'undo' });
      if (!canRedo) actorRef.send({ type: 'redo' });
    };
    const lines = [...VILLAGES, { asUser: 'david' }, ...REGISTER, ...ANSWERS, { submit: true }];
    expect((await playLines(lines, { inspect })).divergence).to.equal(undefined);
    const text = recorder.text();
    expect(text)
      .to.contain('Asha')
      .and.not.to.match(/undo|redo/);
    expect((await replayed(text)).divergence).to.equal(undefined);
  });

  it('says how an attempt to submit ended', async () => {
    const lines = linesOf(
      await recorded([...REGISTER, { submit: true, outcome: 'invalid' }, { back: true }], false),
    );
    expect(lines.slice(-2)).to.deep.equal([
      { submit: true, outcome: 'invalid', invalid: ['/data/consent'] },
      { back: true },
    ]);
  });

  it('names cases by their names, and drafts by their titles', async () => {
    const lines = linesOf(
      await recorded(
        [
          ...[...REGISTER, ...ANSWERS, { submit: true }],
          ...[
            { open: ['Mothers in care', 'Follow-up visit'], case: 'Asha' },
            { answer: '/data/exam/weight', value: '60' },
            { back: true },
          ],
          { resume: 'Follow-up visit' },
        ],
        false,
      ),
    );
    const kinds = lines.map((line) => Object.entries(line)[0]);
    expect(kinds)
      .to.deep.include(['select', 'Asha'])
      .and.deep.include(['resume', 'Follow-up visit']);
  });
});

describe('a recorder that redacts, as it does by default', () => {
  const visit: Lines = [
    ...[
      ...REGISTER,
      ...ANSWERS,
      { answer: '/data/mother/phone', value: '+254700000001' },
      { submit: true },
    ],
    { open: ['Mothers in care', 'Follow-up visit'], case: 'Asha' },
  ];

  it('leaves nothing of what people said of themselves, and can be played all the same', async () => {
    const text = await recorded(visit, true);
    for (const told of ['Asha', 'Kazi', '254700000001', '2026-06-15', '2026-07-01'])
      expect(text).not.to.contain(told);
    expect((await replayed(text)).divergence).to.equal(undefined);
  });

  it('keeps the kind of each answer: a name stays a name, a number a number, and days stay as far apart', async () => {
    const lines = linesOf(await recorded(visit, true));
    const valueOf = (ref: string) => lines.find((line) => line.answer === ref)?.value as string;
    expect(valueOf('/data/mother/mother_name')).to.match(/^[A-Z][a-z]{3}$/);
    expect(valueOf('/data/mother/phone')).to.match(/^\+\d{12}$/);
    expect(valueOf('/data/mother/age')).to.equal('25');
    expect(valueOf('/data/pregnancy/danger')).to.equal('none');
    const [header] = linesOf(await recorded(visit, true));
    const days =
      Date.parse(valueOf('/data/pregnancy/next_visit')) - Date.parse(header?.now as string);
    expect(days).to.equal(Date.parse('2026-07-01') - NOW);
    const selected = lines.find((line) => 'select' in line)?.select;
    expect(selected).to.equal(valueOf('/data/mother/mother_name'));
  });

  it('takes places out of lines and areas, and long numbers, and keeps how many points there were', async () => {
    const lines = linesOf(
      await recordedForm([
        { answer: '/data/way', value: '-1.29 36.82 0 0; -1.30 36.83 0 0' },
        { answer: '/data/number', value: '254700001' },
        { answer: '/data/count', value: '12345' },
      ]),
    );
    const valueOf = (ref: string) => lines.find((line) => line.answer === ref)?.value;
    expect(valueOf('/data/way')).to.equal('0.0 0.0 0.0 10.0; 0.0 0.0 0.0 10.0');
    expect(valueOf('/data/number'))
      .to.match(/^1\d{8}$/)
      .and.not.equal('254700001');
    expect(valueOf('/data/count')).to.equal('12345');
  });

  it('takes a day that is none for a text', async () => {
    const day = { answer: '/data/day', value: '9999-99-99', refused: 'badValue' };
    const text = await recordedForm([day]);
    expect(linesOf(text).at(-1)?.value).to.match(/^\d{4}-\d\d-\d\d$/);
    expect(text).not.to.contain('9999-99-99');
  });
});

const PLACES = `<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
  <h:head><h:title>Places</h:title><model>
    <instance><data xmlns="urn:places"><way/><number/><count/><day/></data></instance>
    <bind nodeset="/data/way" type="geotrace"/><bind nodeset="/data/number" type="int"/>
    <bind nodeset="/data/count" type="int"/><bind nodeset="/data/day" type="date"/>
  </model></h:head>
  <h:body>
    ${['way', 'number', 'count', 'day'].map((name) => `<input ref="/data/${name}"><label>${name}</label></input>`).join('')}
  </h:body></h:html>`;

/** The same over a lone form. */
async function recordedForm(lines: Lines): Promise<string> {
  const recorder = new Recorder({
    ...{ now: () => NOW, timeZone: 'UTC', app: '..' },
    random: seeded(),
  });
  const world: Lines = [{ user: 'david' }, { asUser: 'david' }, { open: 'Places' }];
  const { divergence } = await playLines([...world, ...lines], {
    form: PLACES,
    inspect: recorder.inspect,
  });
  expect(divergence?.message).to.equal(undefined);
  return recorder.text();
}
