import { expect } from 'chai';
import { renamedQuestion } from '../../../src/replay/drift/renamed-question.ts';
import { parseRecording } from '../../../src/replay/format/parse-recording.ts';
import { ReplayPlayer } from '../../../src/replay/player.ts';
import { singleFormApp } from '../../../src/suite/single-form-app.ts';
import { formXml } from '../../support/scenario.ts';
import type { Lines } from '../play-lines.ts';

const QUESTION = 'Who is the head?';

/** A form with these questions, by their names. */
function form(questions: Readonly<Record<string, string>>): string {
  const names = Object.keys(questions);
  const data = names.map((name) => `<${name}/>`).join('');
  const input = (name: string) =>
    `<input ref="/data/${name}"><label>${questions[name]}</label></input>`;
  return formXml({ data, body: names.map(input).join('') });
}

async function renamedIn(text: string, ...lines: Lines) {
  const world = [{ recording: 1, seed: 1 }, { user: 'ann' }, { open: 'Test form' }, ...lines];
  const recording = parseRecording(world.map((line) => JSON.stringify(line)).join('\n'), 'a.jsonl');
  const xmlns = 'http://openrosa.org/formdesigner/test';
  const app = singleFormApp({ path: 'form.xml', text, title: 'Test form', xmlns });
  const player = new ReplayPlayer(recording, { openApp: async () => app, clock: () => 0 });
  while (await player.step());
  const renamed = renamedQuestion(player);
  player.end();
  return renamed;
}

const answerHead = { answer: '/data/head', value: 'Otieno' };

describe('a question that a replay has stopped at', () => {
  it('is the one with its label by now, whatever that is called', async () => {
    const text = form({ heart: 'How is the heart?', leader: QUESTION });
    expect(await renamedIn(text, { ...answerHead, question: QUESTION })).to.deep.equal({
      from: '/data/head',
      to: '/data/leader',
      places: [{ file: 'a.jsonl', line: 4 }],
    });
  });

  it('is the one with nearly its name, where no label tells', async () => {
    const text = form({ leader: 'Leader', heads: 'Head' });
    expect((await renamedIn(text, answerHead))?.to).to.equal('/data/heads');
    expect((await renamedIn(text, { expect: '/data/head', value: '' }))?.to).to.equal(
      '/data/heads',
    );
  });

  it('is none that the recording names elsewhere, and none where two could be meant', async () => {
    const text = form({ heads: 'Head' });
    const other = { answer: '/data/heads', value: '2' };
    expect(await renamedIn(text, answerHead, other)).to.be.undefined;
    const two = form({ one: QUESTION, two: QUESTION });
    expect(await renamedIn(two, { ...answerHead, question: QUESTION })).to.be.undefined;
  });

  it('is renamed in the lines of that filling-in alone, and what others name tells nothing', async () => {
    const text = form({ heads: 'Head' });
    const invalid = { submit: true, outcome: 'invalid', invalid: ['/data/head'] };
    const named = await renamedIn(
      text,
      { answer: '/data/heads', value: '2' },
      { back: true },
      { open: 'Test form' },
      answerHead,
      invalid,
      { expect: '/data/head', value: '' },
      { back: true },
      { open: 'Another form' },
      { answer: '/data/heads', value: '2' },
      answerHead,
    );
    expect(named?.to).to.equal('/data/heads');
    expect(named?.places.map(({ line }) => line)).to.deep.equal([7, 8, 9]);
  });

  it('is none that was asked before the form was left and opened again', async () => {
    const text = form({ heads: 'Head' });
    const asked = { answer: '/data/heads', value: '2' };
    expect(await renamedIn(text, asked, { reopen: true }, answerHead)).to.be.undefined;
    const another = [{ back: true }, { open: 'Test form' }];
    expect(await renamedIn(text, asked, ...another, answerHead)).not.to.be.undefined;
  });

  it('is none where its name is too short to tell', async () => {
    expect(await renamedIn(form({ q2: 'Second' }), { answer: '/data/q1', value: 'x' })).to.be
      .undefined;
  });

  it('is not renamed where the form has it and something else differs', async () => {
    const text = form({ head: QUESTION, heads: 'Others' });
    expect(await renamedIn(text, { expect: '/data/head', value: 'Otieno' })).to.be.undefined;
    expect(await renamedIn(text, answerHead)).to.be.undefined;
  });
});
